import { useNavigate, useSearch } from '@tanstack/react-router';

/** The rule the address names, and a way to open another. */
export function useOpenRule(): [string | undefined, (rule: string) => void] {
  const { rule } = useSearch({ from: '/strategy' });
  const navigate = useNavigate({ from: '/strategy' });
  return [rule, (to) => void navigate({ search: (old) => ({ ...old, rule: to }), replace: true })];
}
