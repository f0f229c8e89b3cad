import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from './request';
import type { Role } from './types/session';
import type { User } from './types/settings';
import { usersKey } from './users';

export interface UserEdit {
  username: string;
  displayName: string;
  roles: Role[];
  disabled: boolean;
  /** Empty: the password stays as it is. */
  password: string;
}

/** Adds a user, or changes the one of that name. */
export function useSaveUser(isNew: boolean) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ username, password, ...rest }: UserEdit) => {
      const body = password ? { ...rest, password } : rest;
      return isNew
        ? request<User>('/users', { method: 'POST', body: { username, ...body } })
        : request<User>(`/users/${encodeURIComponent(username)}`, { method: 'PATCH', body });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: usersKey }),
  });
}
