import { usePages } from './pages';
import type { Audience } from './types/audiences';

export const audiencesKey = ['audiences'] as const;

export const useAudiences = () =>
  usePages<Audience>({ queryKey: audiencesKey, path: '/audiences', limit: 50 });
