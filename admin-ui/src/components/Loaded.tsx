import type { ReactNode } from 'react';
import { ErrorState, Skeleton } from './States';

interface Query<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

interface Props<T> {
  query: Query<T>;
  /** Height of the place kept while it loads. */
  height: number | string;
  label?: string;
  children: (data: T) => ReactNode;
}

/** Draws what a query brought; until then its place, and if it failed the reason and a second try. */
export function Loaded<T>({ query, height, label, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton height={height} {...(label ? { label } : {})} />;
}
