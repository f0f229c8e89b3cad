import { usePages } from './pages';
import { strategyKey } from './strategy';
import type { Publication } from './types/drafts';

/** Every strategy that was ever live, newest first. */
export const usePublications = () =>
  usePages<Publication>({ queryKey: [...strategyKey, 'publications'], path: '/strategies', limit: 30 });
