import { useQuery } from '@tanstack/react-query';
import { customerKey } from './customer';
import { request } from './request';
import type { CustomerContact } from './types/customers';

export const contactsKey = (id: string) => [...customerKey(id), 'contacts'] as const;

/** The last contacts with a customer, latest first. */
export const useCustomerContacts = (id: string) =>
  useQuery({
    queryKey: contactsKey(id),
    queryFn: ({ signal }) =>
      request<{ items: CustomerContact[] }>(`/customers/${encodeURIComponent(id)}/contacts`, {
        signal,
      }).then((answer) => answer.items),
  });
