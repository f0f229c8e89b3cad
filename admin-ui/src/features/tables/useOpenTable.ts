import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** The table that the address names, the place in it, and ways to open another and to leave the place. */
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
  /** The place was left: following the same link again leads there again. */
  const leave = useCallback(
    () => void navigate({ search: (old) => ({ ...old, at: undefined }), replace: true, resetScroll: false }),
    [navigate],
  );
  return { name: rule, at, open, leave };
}
