import { useMemo } from 'react';
import { Loaded } from '@/components/Loaded';
import { useDraftEffect } from '@/lib/api/draftEffect';
import type { DraftDocument, DraftEffect } from '@/lib/api/types/drafts';
import { withThreshold } from '@/lib/draft/comparisons';
import { useFormats } from '@/lib/SessionContext';
import { useDebounced } from '@/lib/useDebounced';

interface Props {
  strategy: string;
  live: DraftDocument;
  /** Of the comparison that is changed, and nothing else. */
  place: string;
  threshold: number;
}

const SETTLE_MILLIS = 350;

/** Which segments would have other customers, and which actions could be offered to others; counted exactly. */
export function RuleEffect({ strategy, live, place, threshold }: Props) {
  const settled = useDebounced(threshold, SETTLE_MILLIS);
  const document = useMemo(() => withThreshold(live, place, settled), [live, place, settled]);
  const effect = useDraftEffect(strategy, document);
  return (
    <Loaded query={effect} height={60} label="Counting who changes">
      {(data) => <Moves effect={data} live={live} />}
    </Loaded>
  );
}

function Moves({
  effect: { segments, actions, problems },
  live,
}: {
  effect: DraftEffect;
  live: DraftDocument;
}) {
  const { integer } = useFormats();
  if (problems.length > 0) return <p className="muted">{problems[0]?.message}</p>;
  const segmentName = (id: string) => live.segments.segments.find((s) => s.id === id)?.label ?? id;
  const actionName = (id: string) => live.actions.actions.find((a) => a.id === id)?.name ?? id;
  const moves = [
    ...(segments ?? []).map((s) => ({ name: segmentName(s.id), before: s.live, after: s.reached })),
    ...(actions ?? []).map((a) => ({
      name: `May get ${actionName(a.id)}`,
      before: a.live,
      after: a.suitable,
    })),
  ].flatMap(({ name, before, after }) =>
    before === null || before === after ? [] : [{ name, before, after, by: after - before }],
  );
  if (moves.length === 0) {
    return <p className="muted">No segment would have other customers, and no action could go to others.</p>;
  }
  return (
    <dl className="rule-effect num">
      {moves.map(({ name, before, after, by }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {integer(before)} → {integer(after)}{' '}
            <b>
              {by > 0 ? '+' : '−'}
              {integer(Math.abs(by))}
            </b>
          </dd>
        </div>
      ))}
    </dl>
  );
}
