import { useMutation, useQueryClient } from '@tanstack/react-query';
import { audiencesKey } from './audiences';
import { request } from './request';
import type { Audience, AudienceSource } from './types/audiences';

export interface NewAudience {
  name: string;
  source: AudienceSource;
}

export function useCreateAudience() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewAudience) =>
      request<Audience>('/audiences', { method: 'POST', body, idempotencyKey: crypto.randomUUID() }),
    onSuccess: () => queries.invalidateQueries({ queryKey: audiencesKey }),
  });
}
