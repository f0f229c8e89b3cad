import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from './request';
import { replaceSession } from './session';
import type { Session } from './types/session';

export interface Credentials {
  username: string;
  password: string;
}

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Credentials) => request<Session>('/session', { method: 'POST', body }),
    onSuccess: (session) => replaceSession(queries, session),
  });
}
