import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useDebounced } from '@/lib/useDebounced';
import type { Stakes } from './operatingPoints';

export interface Chosen extends Stakes {
  /** The score from which on customers would be contacted; undefined = the model's own. */
  threshold: number | undefined;
}

const USUAL: Stakes = { contactCost: 1, keptValue: 100, keptShare: 0.2 };

const WRITE_MILLIS = 400;

/** Threshold and stakes; at once on the screen, and in the address when they stand still. */
export function useThresholdSearch(): [Chosen, (change: Partial<Chosen>) => void] {
  const search = useSearch({ from: '/models' });
  const navigate = useNavigate({ from: '/models' });
  const [chosen, setChosen] = useState<Chosen>({
    threshold: search.threshold,
    contactCost: search.contactCost ?? USUAL.contactCost,
    keptValue: search.keptValue ?? USUAL.keptValue,
    keptShare: search.keptShare ?? USUAL.keptShare,
  });
  const settled = useDebounced(chosen, WRITE_MILLIS);
  useEffect(() => {
    const unless = (n: number, usual: number) => (n === usual ? undefined : n);
    void navigate({
      search: (old) => ({
        ...old,
        threshold: settled.threshold,
        contactCost: unless(settled.contactCost, USUAL.contactCost),
        keptValue: unless(settled.keptValue, USUAL.keptValue),
        keptShare: unless(settled.keptShare, USUAL.keptShare),
      }),
      replace: true,
    });
  }, [settled, navigate]);
  return [chosen, (change) => setChosen((old) => ({ ...old, ...change }))];
}
