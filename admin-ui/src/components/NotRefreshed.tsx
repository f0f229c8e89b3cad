import { ApiError } from '@/lib/api/request';
import { Button } from './Button';
import { Notice } from './Notice';

interface Props {
  query: { data: unknown; error: unknown; dataUpdatedAt: number; refetch: () => unknown };
  /** An instant as a person reads it. */
  when: (instant: string) => string;
}

/** That what is shown is older than it should be, since when, and a way to ask again; nothing while it is not. */
export function NotRefreshed({ query: { data, error, dataUpdatedAt, refetch }, when }: Props) {
  if (!error || data === undefined) return null;
  return (
    <Notice tone="warn">
      This is from {when(new Date(dataUpdatedAt).toISOString())} and could not be brought up to date:{' '}
      {error instanceof ApiError ? error.message : String(error)}{' '}
      <Button small onPress={() => void refetch()}>
        Try again
      </Button>
    </Notice>
  );
}
