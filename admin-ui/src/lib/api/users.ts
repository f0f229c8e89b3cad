import { useQuery } from '@tanstack/react-query';
import { request } from './request';
import type { Page } from './types/page';
import type { User } from './types/settings';

export const usersKey = ['users'] as const;

export const useUsers = () =>
  useQuery({
    queryKey: usersKey,
    queryFn: async ({ signal }) => {
      const found = await request<Page<User> | User[]>('/users', { query: { limit: 200 }, signal });
      return Array.isArray(found) ? found : found.items;
    },
  });
