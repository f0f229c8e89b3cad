import { usePages } from './pages';
import type { ApiKey } from './types/settings';

export const apiKeysKey = ['api-keys'] as const;

export const useApiKeys = () => usePages<ApiKey>({ queryKey: apiKeysKey, path: '/api-keys', limit: 50 });
