import { ApiError } from '@/lib/api/request';
import { Button } from './Button';
import { Notice } from './Notice';

interface Props {
  query: { data: unknown; error: unknown; refetch: () => unknown };
  /** What is missing on the page, as the beginning of a sentence. */
  what: string;
}

/** That a small part of a page is not known, why, and a way to ask again; nothing once it is there. */
export function NotLoaded({ query: { data, error, refetch }, what }: Props) {
  if (!error || data !== undefined) return null;
  return (
    <Notice tone="warn">
      {what} could not be loaded: {error instanceof ApiError ? error.message : String(error)}{' '}
      <Button small onPress={() => void refetch()}>
        Try again
      </Button>
    </Notice>
  );
}
