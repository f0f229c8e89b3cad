import { Notice } from '@/components/Notice';
import { Table } from '@/components/Table';
import type { RealisedScore } from '@/lib/api/monitoring';
import { useRealisedHistory } from '@/lib/api/realisedHistory';
import type { Model } from '@/lib/api/types/models';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import type { OperatingPoint } from './operatingPoints';
import { type RealisedPoint, realisedAt } from './realisedPoint';

interface Props {
  model: Model;
  point: OperatingPoint;
}

/** What the threshold would have meant for the customers of a past run, now that it is known; nothing before. */
export function ThresholdRealised({ model, point }: Props) {
  const realised = useRealisedHistory(model.name);
  const measured = realised.data?.find((r) => r.hash === model.hash && r.quality.cuts.length > 0);
  const at = measured && realisedAt(measured.quality, point.threshold);
  if (!measured || !at) return null;
  return <Compared point={point} measured={measured} at={at} />;
}

interface ComparedProps {
  point: OperatingPoint;
  measured: RealisedScore;
  at: RealisedPoint;
}

function Compared({ point, measured, at }: ComparedProps) {
  const { percent, integer, date } = useFormats();
  const share = (n: number | null) => (n === null ? DASH : percent(n, 1));
  const between = ([low, high]: [number, number]) => `${percent(low, 1)} to ${percent(high, 1)}`;
  const rows = [
    { name: 'Contacted', promised: point.above, happened: at.above, interval: null },
    { name: 'Precision', promised: point.precision, happened: at.precision, interval: at.precisionInterval },
    { name: 'Recall', promised: point.recall, happened: at.recall, interval: at.recallInterval },
  ];
  const worse = at.precisionInterval !== null && at.precisionInterval[1] < point.precision;
  return (
    <section className="stack-s" aria-label="Realised at this threshold">
      <h3 className="threshold-realised">What came of it</h3>
      <Table
        label="Promised and realised at this threshold"
        rows={rows}
        rowKey={(row) => row.name}
        columns={[
          { id: 'name', header: 'At this threshold', cell: (row) => row.name },
          { id: 'promised', header: 'On its card', numeric: true, cell: (row) => share(row.promised) },
          {
            id: 'happened',
            header: 'Realised',
            numeric: true,
            cell: (row) => (
              <>
                <b>{share(row.happened)}</b>
                {row.interval && (
                  <div className="muted small nowrap">
                    <span className="sr">95% interval </span>
                    {between(row.interval)}
                  </div>
                )}
              </>
            ),
          },
        ]}
      />
      {worse && (
        <Notice tone="warn">Fewer of those contacted would have been right than its card says.</Notice>
      )}
      <p className="muted small num">
        {integer(measured.quality.customers)} customers of the run of {date(measured.runAsOf)}, by what
        happened in the 365 days after it. Whom an action has kept counts as not meant.
      </p>
    </section>
  );
}
