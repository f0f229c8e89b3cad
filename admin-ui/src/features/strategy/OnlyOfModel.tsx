import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { useModel } from '@/lib/api/models';
import { useModelUse } from '@/lib/api/modelUse';
import { ApiError } from '@/lib/api/request';
import type { Publication } from '@/lib/api/types/drafts';

/**
 * Whether a publication is of a strategy that pins the version of a model; without one, every publication is shown. Asks for page
 * after page until all are there or one cannot be read.
 */
export function usePinned(model: string | undefined): (publication: Publication) => boolean {
  const use = useModelUse(model);
  const { hasNextPage, isFetching, fetchNextPage, error } = use;
  const goOn = hasNextPage && !isFetching && !error;
  useEffect(() => {
    if (goOn) void fetchNextPage();
  }, [goOn, fetchNextPage]);
  const versions = new Set(use.data?.map((p) => p.version));
  return ({ version }) => model === undefined || versions.has(version);
}

/** Says that only the publications of one version of a model are shown, and leads to all. */
export function OnlyOfModel({ hash }: { hash: string }) {
  const model = useModel(hash).data;
  const { error, hasNextPage, refetch } = useModelUse(hash);
  return (
    <div className="history-filter">
      <Notice>
        Only strategies that pin{' '}
        <Link to="/models" search={{ version: hash, tab: 'use' }}>
          {model ? `${model.label}, version ${model.version}` : 'one version of a model'}
        </Link>
        .{' '}
        <Link to="/strategy" search={{ tab: 'history' }}>
          Show all
        </Link>
      </Notice>
      {error ? (
        <Notice tone="warn">
          Which strategies pin it could not be read to the end, so some may be missing here:{' '}
          {error instanceof ApiError ? error.message : String(error)}{' '}
          <Button small onPress={() => void refetch()}>
            Try again
          </Button>
        </Notice>
      ) : (
        hasNextPage && <p className="muted small">Looking for further strategies …</p>
      )}
    </div>
  );
}
