import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { type OperatingPoint, outcome, type Stakes } from './operatingPoints';
import type { LiveAbove } from './useLiveAbove';

const THOUSAND = 1000;

interface Props {
  point: OperatingPoint;
  stakes: Stakes;
  live: LiveAbove;
}

/** What the threshold means for the base now, or for every thousand customers when this version scores nobody yet. */
export function ThresholdOutcome({ point, stakes, live }: Props) {
  const { percent, fixed, integer, money, when } = useFormats();
  const { count } = live;
  // The base now can differ from the rows measured: its own share above the threshold counts.
  const here = count && count.total > 0 ? { ...point, above: count.customers / count.total } : point;
  const { contacts, cost, rightly, gain } = outcome(here, count?.total ?? THOUSAND, stakes);
  return (
    <>
      <dl className="threshold-facts num">
        <Fact name="Precision" value={percent(point.precision, 1)} note="of those contacted are right" />
        <Fact name="Recall" value={percent(point.recall, 1)} note="of those meant are found" />
        <Fact name="F1" value={fixed(point.f1, 3)} note="of both together" />
        <Fact
          name="Alarmed wrongly"
          value={point.falsePositiveRate === null ? DASH : percent(point.falsePositiveRate, 1)}
          note="of those not meant"
        />
        <Fact
          name="Contacts"
          value={integer(contacts)}
          note={count ? `of ${integer(count.total)} customers now` : 'of every 1,000 customers'}
        />
        <Fact name="In vain" value={integer(contacts - rightly)} note="of the contacts, expected" />
        <Fact name="Cost" value={money(cost)} note="of all contacts" />
        <Fact name="Gain" value={money(gain)} note="expected, cost taken off" />
      </dl>
      <p className="muted small" role="status">
        {count?.asOf
          ? `Counted among the scores of ${when(count.asOf)}.`
          : live.error
            ? 'The customers above the threshold could not be counted; shares are those of the rows measured.'
            : live.live
              ? 'Counting the customers above the threshold…'
              : 'This version scores nobody yet: shares are those of the rows it was measured on.'}
      </p>
    </>
  );
}

const Fact = ({ name, value, note }: { name: string; value: string; note: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      <b>{value}</b>
      <span className="muted small"> {note}</span>
    </dd>
  </div>
);
