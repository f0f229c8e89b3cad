import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { request } from './request';
import type { Condition, ConditionCount } from './types/condition';

/** How many customers meet a condition now. A newer condition cancels the request of the one before. */
export function useConditionCount(condition: Condition | null) {
  const series = `count${useId()}`;
  return useQuery({
    queryKey: ['condition-count', condition],
    queryFn: ({ signal }) =>
      request<ConditionCount>('/conditions/count', { method: 'POST', body: { condition }, signal, series }),
    enabled: condition !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
}
