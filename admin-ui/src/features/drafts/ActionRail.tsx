import '@/components/segmentBars.css';
import { useMemo } from 'react';
import { Card } from '@/components/Card';
import { Meter } from '@/components/Meter';
import { ErrorState, Skeleton } from '@/components/States';
import type { Condition } from '@/lib/api/types/condition';
import type { ActionEffect, DraftEffect, EngagementRule } from '@/lib/api/types/drafts';
import { useDocument } from '@/lib/draft/DraftContext';
import { useEffectNow } from '@/lib/draft/useEffectNow';
import { useFormats } from '@/lib/SessionContext';
import { Counted } from './Counted';
import { Delta } from './Delta';
import { Findings } from './Findings';
import { WhoMeets } from './WhoMeets';

/** How many the action is left with after each of its three conditions, and some of them. */
export function ActionRail({ action }: { action: string }) {
  const { data, error, refetch, behind, counting } = useEffectNow();
  const rule = useDocument((d) => d.engagement.rules.find((r) => r.action === action));
  const mine = data?.actions?.find((a) => a.id === action);
  return (
    <aside className="stack" aria-label="Audience">
      <Card
        title="Suits now"
        sub="Counted on every customer as you edit; consent, caps and ranking come after"
      >
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : data && mine ? (
          <div className={behind ? 'behind' : undefined}>
            <Stages effect={data} mine={mine} />
          </div>
        ) : data?.scoring.length ? (
          <p className="muted">Known as soon as the model of the draft has scored the customers.</p>
        ) : data?.problems.length ? (
          <p className="muted">Known as soon as the problems above are solved.</p>
        ) : data ? (
          <p className="muted">{rule ? 'Counting…' : 'It has no conditions to count.'}</p>
        ) : (
          <Skeleton height={150} label="Counting customers" />
        )}
        <Counted asOf={data?.asOf ?? null} counting={counting || behind} />
      </Card>
      <Findings at={`engagement/${action}`} />
      {rule && <Sample key={action} rule={rule} />}
    </aside>
  );
}

function Stages({ effect, mine }: { effect: DraftEffect; mine: ActionEffect }) {
  const { integer, percent } = useFormats();
  const of = (n: number) => n / Math.max(1, effect.customers);
  const stages = [
    ['Eligible', mine.eligible],
    ['Applicable', mine.applicable],
    ['Suitable', mine.suitable],
  ] as const;
  return (
    <>
      <p className="big-number num">{integer(mine.suitable)}</p>
      <p className="muted num">
        {percent(of(mine.suitable), 1)} of {integer(effect.customers)}
      </p>
      <Delta now={mine.suitable} live={mine.live} />
      <ul className="segment-bars rail-taken">
        {stages.map(([name, customers]) => (
          <li key={name}>
            <span>{name}</span>
            <span className="num muted">{integer(customers)}</span>
            <Meter share={of(customers)} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Who passes all three conditions; of the live segments, when the draft's are others. */
function Sample({ rule: { eligibility, applicability, suitability } }: { rule: EngagementRule }) {
  const whole = useMemo(
    () => ({ all: [eligibility, applicability, suitability].filter((c) => !asksNothing(c)) }),
    [eligibility, applicability, suitability],
  );
  return <WhoMeets condition={whole} />;
}

const asksNothing = (condition: Condition) => 'all' in condition && condition.all.length === 0;
