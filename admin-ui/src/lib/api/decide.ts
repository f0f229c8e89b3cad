import { useMutation, useQueryClient } from '@tanstack/react-query';
import { customerKey } from './customer';
import { request } from './request';
import type { Customer } from './types/customers';
import type { Decision } from './types/decision';

/** Decides one customer now with the live strategy, stores the decision, and shows it in place of the earlier one. */
export function useDecide(customerId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      request<Decision>('/decisions', {
        method: 'POST',
        body: { customerId, reasons: true, store: true },
        idempotencyKey: crypto.randomUUID(),
      }),
    onSuccess: (decision) => {
      queries.setQueryData<Customer>(
        customerKey(customerId),
        (customer) => customer && { ...customer, decision },
      );
    },
  });
}
