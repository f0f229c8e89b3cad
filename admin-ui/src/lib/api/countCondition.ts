import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { request } from './request';
import type { Condition, ConditionCount } from './types/condition';

/** How many customers meet a condition now. A newer condition cancels the request of the one before. */
export const useConditionCount = (condition: Condition | null) =>
  useQuery({
    queryKey: ['condition-count', condition],
    queryFn: ({ signal }) =>
      request<ConditionCount>('/conditions/count', { method: 'POST', body: { condition }, signal }),
    enabled: condition !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
