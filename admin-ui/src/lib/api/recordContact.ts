import { useMutation, useQueryClient } from '@tanstack/react-query';
import { contactsKey } from './customerContacts';
import { request } from './request';
import type { CustomerContact } from './types/customers';

/** Records that a customer is contacted now; what is decided for them from here on counts it. */
export function useRecordContact(customerId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (contact: { action: string; channel: string }) =>
      request<CustomerContact>(`/customers/${encodeURIComponent(customerId)}/contacts`, {
        method: 'POST',
        body: contact,
        idempotencyKey: crypto.randomUUID(),
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: contactsKey(customerId) }),
  });
}
