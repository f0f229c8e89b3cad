import '@/components/segmentBars.css';
import { Card } from '@/components/Card';
import { Meter } from '@/components/Meter';
import { ErrorState, Skeleton } from '@/components/States';
import type { DraftEffect, SegmentEffect, SegmentRule } from '@/lib/api/types/drafts';
import { useEffectNow } from '@/lib/draft/useEffectNow';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { useScores } from '@/lib/useScores';
import { useSegments } from '@/lib/useSegments';
import { Counted } from './Counted';
import { Delta } from './Delta';
import { Findings } from './Findings';
import { WhoMeets } from './WhoMeets';

/** Whom the segment would reach, who goes to segments above it, and some of those it is about. */
export function SegmentRail({ segment }: { segment: SegmentRule }) {
  const { data, error, refetch, behind, counting } = useEffectNow();
  const mine = data?.segments?.find((s) => s.id === segment.id);
  return (
    <aside className="stack" aria-label="Audience">
      <Card title="Audience now" sub="Counted on every customer as you edit">
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : data && mine ? (
          <div className={behind ? 'behind' : undefined}>
            <Audience effect={data} mine={mine} />
          </div>
        ) : data?.scoring.length ? (
          <p className="muted">Known as soon as the model of the draft has scored the customers.</p>
        ) : data?.problems.length ? (
          <p className="muted">Known as soon as the problems above are solved.</p>
        ) : data ? (
          <p className="muted">Counting…</p>
        ) : (
          <Skeleton height={150} label="Counting customers" />
        )}
        <Counted asOf={data?.asOf ?? null} counting={counting || behind} />
      </Card>
      <Findings at={`segments/${segment.id}`} />
      <WhoMeets condition={segment.when} />
    </aside>
  );
}

function Audience({ effect, mine }: { effect: DraftEffect; mine: SegmentEffect }) {
  const { integer, percent, money } = useFormats();
  const { value } = useScores();
  const segments = useSegments();
  const share = mine.reached / Math.max(1, effect.customers);
  const taken = mine.takenBy.reduce((sum, t) => sum + t.customers, 0);
  return (
    <>
      <p className="big-number num">{integer(mine.reached)}</p>
      <p className="muted num">
        {percent(share, 1)} of {integer(effect.customers)} · {money(mine.value)} {value.words}
      </p>
      <Delta now={mine.reached} live={mine.live} />
      {taken > 0 && (
        <>
          <p className="small rail-taken num">
            {integer(mine.matching)} match; {integer(taken)} of them {plural(taken, 'goes', 'go')} to a
            segment above, so it reaches {integer(mine.reached)}.
          </p>
          <ul className="segment-bars">
            {mine.takenBy.map((t) => (
              <li key={t.segment}>
                <span>{segments.of(t.segment).label}</span>
                <span className="num muted">{integer(t.customers)}</span>
                <Meter share={t.customers / mine.matching} color={segments.of(t.segment).color} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
