import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Notice } from '@/components/Notice';
import { useModel } from '@/lib/api/models';
import { useModelUse } from '@/lib/api/modelUse';
import type { Publication } from '@/lib/api/types/drafts';

/** Whether a publication is of a strategy that pins the version of a model; without one, every publication is shown. */
export function usePinned(model: string | undefined): (publication: Publication) => boolean {
  const use = useModelUse(model);
  const { hasNextPage, isFetching, fetchNextPage } = use;
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const versions = new Set(use.data?.map((p) => p.version));
  return ({ version }) => model === undefined || versions.has(version);
}

/** Says that only the publications of one version of a model are shown, and leads to all. */
export function OnlyOfModel({ hash }: { hash: string }) {
  const model = useModel(hash).data;
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
    </div>
  );
}
