import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** The table that the address names, the place in it, and a way to open another. */
export function useOpenTable() {
  const { rule, at } = useSearch({ from: '/drafts/$id' });
  const navigate = useNavigate({ from: '/drafts/$id' });
  const open = useCallback(
    (to: string) =>
      void navigate({
        search: (old) => ({ ...old, rule: to, at: undefined }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  return { name: rule, at, open };
}
