import { usePages } from './pages';
import type { CustomerRow } from './types/customers';

export type CustomerSort = 'clv' | '-clv' | 'churn_risk' | '-churn_risk' | 'name' | '-name' | 'id' | '-id';

export interface CustomerFilter {
  search: string;
  segment: string;
  sort: CustomerSort;
}

export const customersKey = ['customers'] as const;
export const PAGE_SIZE = 200;

/** Customers page by page; while a new search runs, the rows of the one before stay in sight. */
export const useCustomers = (filter: CustomerFilter) =>
  usePages<CustomerRow>({
    queryKey: [...customersKey, filter],
    path: '/customers',
    query: { ...filter },
    limit: PAGE_SIZE,
    keepPrevious: true,
  });
