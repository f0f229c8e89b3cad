import { useNavigate, useSearch } from '@tanstack/react-router';

/** The import the address names, and a way to open another or none. */
export function useOpenImport(): [string | undefined, (id: string | undefined) => void] {
  const { id } = useSearch({ from: '/imports' });
  const navigate = useNavigate({ from: '/imports' });
  return [id, (to) => void navigate({ search: to ? { id: to } : {}, replace: true })];
}
