import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useRef } from 'react';
import { Loaded } from '@/components/Loaded';
import { EmptyState } from '@/components/States';
import { useCustomer } from '@/lib/api/customer';
import { useCustomers } from '@/lib/api/customers';
import type { CustomerRow } from '@/lib/api/types/customers';
import { useShortcuts } from '@/lib/shortcuts';
import { useDebounced } from '@/lib/useDebounced';
import { useTitle } from '@/lib/useTitle';
import { CustomerList } from './CustomerList';
import { Profile } from './Profile';
import './desk.css';

const NOBODY: CustomerRow[] = [];

/** Find a customer on the left; what to do for them, and why, on the right. */
export function DeskPage() {
  const { id, search = '', segment = '', sort = '-clv' } = useSearch({ from: '/customers' });
  const navigate = useNavigate({ from: '/customers' });
  const filter = { search: useDebounced(search, 120).trim(), segment, sort };
  const customers = useCustomers(filter);
  const rows = customers.data ?? NOBODY;
  const selected = id ?? rows[0]?.id ?? '';
  const customer = useCustomer(selected);
  const searchField = useRef<HTMLInputElement>(null);
  useTitle('Customer desk');

  const open = useCallback(
    (to: string) => void navigate({ search: (old) => ({ ...old, id: to }), replace: true }),
    [navigate],
  );
  useShortcuts(
    useMemo(() => {
      const step = (by: number) => {
        const place = rows.findIndex((row) => row.id === selected);
        const row = rows[Math.max(0, Math.min(rows.length - 1, place + by))];
        if (row) open(row.id);
      };
      return {
        '[': () => step(-1),
        ']': () => step(1),
        '/': () => searchField.current?.focus(),
        t: () => document.getElementById('trace')?.focus(),
      };
    }, [rows, selected, open]),
  );

  return (
    <div className="desk">
      <CustomerList
        customers={customers}
        rows={rows}
        selected={selected}
        onSelect={open}
        filter={{ search, segment, sort }}
        searchField={searchField}
      />
      {selected ? (
        <Loaded query={customer} height={600} label="Loading customer">
          {(data) => <Profile key={data.id} customer={data} />}
        </Loaded>
      ) : (
        <div className="card">
          <h1 className="sr">Customer desk</h1>
          <EmptyState title={customers.isLoading ? 'Loading customers…' : 'Nobody to show'} />
        </div>
      )}
    </div>
  );
}
