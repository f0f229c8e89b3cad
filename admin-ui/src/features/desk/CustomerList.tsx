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
import { type Scores, useScores } from '@/lib/useScores';
import { useSegments } from '@/lib/useSegments';
import { useUrlText } from '@/lib/useUrlText';
import { CustomerRow } from './CustomerRow';
import { DeskKeys } from './DeskKeys';
import './customerList.css';

const ROW_HEIGHT = 58;

function sorts({ shown }: Scores, named: boolean): { id: CustomerSort; label: string }[] {
  return [
    ...shown.map((s) => ({ id: `-${s.sort}` as const, label: `Highest ${s.words}` })),
    ...shown.map((s) => ({ id: s.sort, label: `Lowest ${s.words}` })),
    ...(named ? [{ id: 'name' as const, label: 'Name' }] : []),
    { id: 'id', label: 'Customer number' },
  ];
}

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
  const scores = useScores();
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
  const known = customers.total;
  const total = known ?? rows.length;
  // A search that cannot be paged ends with its first page, which may not be all.
  const atLeast = known === null && (customers.hasNextPage || rows.length === PAGE_SIZE) ? 'at least ' : '';
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
            options={sorts(scores, named)}
            onChange={(sort) => change({ sort: sort as CustomerSort })}
          />
          <DeskKeys />
        </div>
        <div className="row row-between small muted">
          <span role="status" className="num">
            {customers.data ? `${atLeast}${integer(total)} ${plural(total, 'customer')}` : 'Loading…'}
          </span>
          <span className="customer-scores">{scores.shown.map((s) => s.label).join(' · ')}</span>
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
          row={(row) => <CustomerRow row={row} segments={segments} scores={scores} />}
        />
      ) : (
        <NoRows customers={customers} filter={filter} />
      )}
    </section>
  );
}

function NoRows({ customers, filter: { search, segment } }: Pick<Props, 'customers' | 'filter'>) {
  if (customers.error) return <ErrorState error={customers.error} onRetry={() => void customers.refetch()} />;
  if (customers.isLoading) return <Skeleton height={300} label="Loading customers" />;
  if (!search && !segment) {
    return <EmptyState title="There are no customers yet">They appear after the first import.</EmptyState>;
  }
  return (
    <div role="status">
      <EmptyState title={search ? `Nobody matches “${search}”` : 'Nobody is here'}>
        Try the beginning of a name or number, or clear the segment filter.
      </EmptyState>
    </div>
  );
}
