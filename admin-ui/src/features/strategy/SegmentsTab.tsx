import { useMemo } from 'react';
import { Facts } from '@/components/Facts';
import { Meter } from '@/components/Meter';
import { Dot } from '@/components/SegmentTag';
import { EmptyState } from '@/components/States';
import type { StrategySegment } from '@/lib/api/types/strategy';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { SegmentPalette } from '@/lib/segments';
import { useScores } from '@/lib/useScores';
import { RuleDetail } from './RuleDetail';
import { useOpenRule } from './useOpenRule';
import { WhoMatches } from './WhoMatches';
import '@/components/masterDetail.css';

/** Segments in the order they are asked: the first that matches takes the customer. */
export function SegmentsTab({ segments }: { segments: StrategySegment[] }) {
  const palette = useMemo(() => new SegmentPalette(segments), [segments]);
  const { integer, percent, money } = useFormats();
  const { value } = useScores();
  const [rule, open] = useOpenRule();
  const chosen = segments.find((s) => s.name === rule) ?? segments[0];
  if (!chosen) return <EmptyState title="The strategy has no segments" />;
  return (
    <div className="master">
      <div>
        <p className="muted small strategy-hint">
          Asked from the top: the first that matches takes the customer.
        </p>
        <ol className="pick-list">
          {segments.map((s, i) => (
            <li key={s.name}>
              <button type="button" className="pick" aria-current={s === chosen} onClick={() => open(s.name)}>
                <span className="pick-place num">{i + 1}</span>
                <span className="pick-name">
                  <Dot color={palette.of(s.name).color} /> {s.label}
                </span>
                <span className="pick-number num">{s.customers === null ? DASH : integer(s.customers)}</span>
                <span className="pick-sub">
                  {s.sentence}
                  {s.share !== null && <Meter share={s.share} color={palette.of(s.name).color} />}
                </span>
              </button>
            </li>
          ))}
        </ol>
      </div>
      <div className="stack">
        <RuleDetail
          key={chosen.name}
          id={chosen.name}
          name={chosen.label}
          description={chosen.description}
          sentence={chosen.sentence}
          condition={chosen.condition}
          document={chosen}
        >
          <Facts
            items={[
              ['Customers now', chosen.customers === null ? DASH : integer(chosen.customers)],
              ['Share of the base', chosen.share === null ? DASH : percent(chosen.share, 1)],
              [`Total ${value.words}`, chosen.clv === null ? DASH : money(chosen.clv)],
            ]}
          />
        </RuleDetail>
        <WhoMatches condition={{ term: 'segment', operator: 'EQUALS', value: chosen.name }} />
      </div>
    </div>
  );
}
