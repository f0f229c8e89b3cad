import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** The segment or action the address names, and a way to open another. */
export function useOpenRule(): [string | undefined, (rule: string) => void] {
  const { rule } = useSearch({ from: '/drafts/$id' });
  const navigate = useNavigate({ from: '/drafts/$id' });
  const open = useCallback(
    (to: string) =>
      void navigate({ search: (old) => ({ ...old, rule: to }), replace: true, resetScroll: false }),
    [navigate],
  );
  return [rule, open];
}
