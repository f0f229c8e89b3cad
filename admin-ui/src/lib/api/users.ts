import { usePages } from './pages';
import type { User } from './types/settings';

export const usersKey = ['users'] as const;

export const useUsers = () => usePages<User>({ queryKey: usersKey, path: '/users', limit: 50 });
