import { useQuery } from '@tanstack/react-query';
import { request } from './request';
import type { Vocabulary } from './types/condition';

/** Every term a condition may use, with its type, unit, range and operators. */
export const useVocabulary = () =>
  useQuery({
    queryKey: ['vocabulary'],
    queryFn: ({ signal }) => request<Vocabulary>('/vocabulary', { signal }),
    staleTime: 10 * 60_000,
  });
