import { Notice } from '@/components/Notice';
import { Table } from '@/components/Table';
import type { RealisedScore } from '@/lib/api/monitoring';
import { DASH, type Formats, plural } from '@/lib/format';
import { measureText } from '@/lib/metrics';
import { FIGURE_NAMES, figureHint } from '@/lib/realisedFigures';
import { useFormats } from '@/lib/SessionContext';
import { useScoreText } from '@/lib/useScoreText';
import { RealisedCalibration } from './RealisedCalibration';

/** One score: how many customers, each measure with its interval beside that of the card, and the calibration by decile. */
export function RealisedScoreBlock({ score }: { score: RealisedScore }) {
  const formats = useFormats();
  const { integer, date } = formats;
  const { text } = useScoreText(score);
  const { customers, happened, figures, deciles, enough } = score.quality;
  const show = (name: string, n: number) => figureText(name, n, formats, text);
  return (
    <section className="realised" aria-label={`Realised ${score.label}`}>
      <div className="stack-s">
        <h3>
          {score.label}, version {score.version}
        </h3>
        <p className="muted small num">
          Run of {date(score.runAsOf)}: {integer(customers)} {plural(customers, 'customer')}
          {happened !== null && `, it happened to ${integer(happened)}`}. Measured {date(score.measuredAt)}.
        </p>
        {enough ? (
          <Table
            label={`Measures of ${score.label} once known`}
            rows={figures}
            rowKey={(row) => row.name}
            columns={[
              {
                id: 'name',
                header: 'Measure',
                cell: ({ name }) => (
                  <>
                    {FIGURE_NAMES[name] ?? name}{' '}
                    <small className="muted realised-hint">{figureHint(name)}</small>
                  </>
                ),
              },
              {
                id: 'value',
                header: 'Realised',
                numeric: true,
                cell: (row) => (
                  <>
                    <b>{show(row.name, row.value)}</b>
                    {row.low !== null && row.high !== null && (
                      <div className="muted small nowrap">
                        <span className="sr">95% interval </span>
                        {show(row.name, row.low)} to {show(row.name, row.high)}
                      </div>
                    )}
                  </>
                ),
              },
              {
                id: 'promised',
                header: 'On its card',
                numeric: true,
                cell: (row) => {
                  const metric = score.promised.find((m) => m.name === row.name);
                  return metric ? show(metric.name, metric.value) : DASH;
                },
              },
            ]}
          />
        ) : (
          <Notice>
            Too few customers to tell: it takes 100
            {happened !== null && ', and 20 each to whom it happened and did not'}.
          </Notice>
        )}
      </div>
      {deciles.length > 0 && <RealisedCalibration score={score} />}
    </section>
  );
}

function figureText(name: string, n: number, formats: Formats, text: (n: number) => string): string {
  if (name === 'bias') return `${n > 0 ? '+' : ''}${formats.percent(n, 1)}`;
  return name === 'rmse' ? text(n) : measureText(n, formats);
}
