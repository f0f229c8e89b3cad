import type { Pages } from '@/lib/api/pages';
import { useFormats } from '@/lib/SessionContext';
import { Button } from './Button';
import './showMore.css';

interface Props<T> {
  list: Pages<T>;
  /** How many there are in all, where the server does not count them with the list. */
  total?: number;
}

/** Below a list of which the server has more: how many are in sight, and a button for the next ones. */
export function ShowMore<T>({ list, total = list.total ?? Number.NaN }: Props<T>) {
  const { integer } = useFormats();
  if (!list.hasNextPage) return null;
  const shown = integer(list.data?.length ?? 0);
  return (
    <div className="show-more">
      <span className="muted small num" role="status">
        {Number.isNaN(total) ? `${shown} shown` : `${shown} of ${integer(total)} shown`}
      </span>
      <Button onPress={() => void list.fetchNextPage()} isPending={list.isFetchingNextPage}>
        Show more
      </Button>
    </div>
  );
}
