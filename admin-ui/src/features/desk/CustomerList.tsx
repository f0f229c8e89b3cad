import { useNavigate } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { Chips } from '@/components/Chips';
import { SearchField } from '@/components/SearchField';
import { Select } from '@/components/Select';
import { EmptyState, ErrorState, Skeleton } from '@/components/States';
import { VirtualList } from '@/components/VirtualList';
import { type CustomerFilter, type CustomerSort, PAGE_SIZE, type useCustomers } from '@/lib/api/customers';
import { useSchema } from '@/lib/api/schema';
import type { CustomerRow as Row } from '@/lib/api/types/customers';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { useSegments } from '@/lib/useSegments';
import { useUrlText } from '@/lib/useUrlText';
import { CustomerRow } from './CustomerRow';
import { DeskKeys } from './DeskKeys';

const ROW_HEIGHT = 58;

const SORTS: { id: CustomerSort; label: string }[] = [
  { id: '-clv', label: 'Highest lifetime value' },
  { id: '-churn_risk', label: 'Highest churn risk' },
  { id: 'clv', label: 'Lowest lifetime value' },
  { id: 'churn_risk', label: 'Lowest churn risk' },
  { id: 'name', label: 'Name' },
  { id: 'id', label: 'Customer number' },
];

interface Props {
  customers: ReturnType<typeof useCustomers>;
  rows: Row[];
  selected: string;
  onSelect: (id: string) => void;
  filter: CustomerFilter;
  searchField: RefObject<HTMLInputElement | null>;
}

export function CustomerList({ customers, rows, selected, onSelect, filter, searchField }: Props) {
  const navigate = useNavigate({ from: '/customers' });
  const { integer } = useFormats();
  const segments = useSegments();
  const named = useSchema().data?.personalShown ?? true;
  const change = (to: Partial<CustomerFilter>) =>
    void navigate({
      replace: true,
      search: (old) => {
        const next = { ...old, ...to };
        return { ...next, search: next.search || undefined, segment: next.segment || undefined };
      },
    });
  const [text, setText] = useUrlText(filter.search, (search) => change({ search }));
  const known = customers.data?.pages[0]?.total ?? null;
  const total = known ?? (customers.hasNextPage ? rows.length + 1 : rows.length);
  const atLeast = known === null && rows.length >= PAGE_SIZE ? 'at least ' : '';
  return (
    <section className="card customer-list" aria-label="Find a customer">
      <div className="customer-list-head">
        <SearchField
          label="Find a customer"
          placeholder={named ? 'Name or customer number' : 'Customer number'}
          value={text}
          onChange={setText}
          inputRef={searchField}
        />
        {segments.all.length > 0 && (
          <Chips
            label="Filter by segment"
            options={segments.all}
            value={filter.segment}
            onChange={(segment) => change({ segment })}
          />
        )}
        <div className="row">
          <Select
            label="Sort"
            hideLabel
            className="customer-sort"
            value={filter.sort}
            options={named ? SORTS : SORTS.filter((sort) => sort.id !== 'name')}
            onChange={(sort) => change({ sort: sort as CustomerSort })}
          />
          <DeskKeys />
        </div>
        <div className="row row-between small muted">
          <span role="status" className="num">
            {customers.data ? `${atLeast}${integer(total)} ${plural(total, 'customer')}` : 'Loading…'}
          </span>
          <span>Lifetime value · risk</span>
        </div>
      </div>
      {rows.length > 0 ? (
        <VirtualList
          label="Customers"
          items={rows}
          itemKey={(row) => row.id}
          total={total}
          value={selected}
          onChange={onSelect}
          rowHeight={ROW_HEIGHT}
          onNearEnd={customers.hasNextPage && !customers.isFetching ? customers.fetchNextPage : undefined}
          row={(row) => <CustomerRow row={row} segments={segments} />}
        />
      ) : (
        <NoRows customers={customers} search={filter.search} />
      )}
    </section>
  );
}

function NoRows({ customers, search }: Pick<Props, 'customers'> & { search: string }) {
  if (customers.error) return <ErrorState error={customers.error} onRetry={() => void customers.refetch()} />;
  if (customers.isLoading) return <Skeleton height={300} label="Loading customers" />;
  return (
    <div role="status">
      <EmptyState title={search ? `Nobody matches “${search}”` : 'Nobody is here'}>
        Try the beginning of a name or number, or clear the segment filter.
      </EmptyState>
    </div>
  );
}
