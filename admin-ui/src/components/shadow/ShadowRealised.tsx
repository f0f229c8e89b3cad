import { Notice } from '@/components/Notice';
import { Table } from '@/components/Table';
import type { RealisedShadow, Shadow } from '@/lib/api/shadows';
import { DASH, type Formats } from '@/lib/format';
import { measureText } from '@/lib/metrics';
import { FIGURE_NAMES, figureHint } from '@/lib/realisedFigures';
import { useFormats } from '@/lib/SessionContext';
import { useScoreText } from '@/lib/useScoreText';

type Figure = RealisedShadow['shadow']['figures'][number];

interface Props {
  shadow: Shadow;
  realised: RealisedShadow | null;
}

/** What the scores of both turned out to be worth; before it is known, since when that is waited for. */
export function ShadowRealised({ shadow, realised }: Props) {
  const formats = useFormats();
  const { text } = useScoreText(shadow);
  if (!realised) {
    return (
      <p className="muted small">
        Which of both was right is told 365 days after a run, on customers whose scores by both are kept.
      </p>
    );
  }
  const { integer, date } = formats;
  const { champion, contest } = realised;
  const show = (name: string, n: number) => figureText(name, n, formats, text);
  return (
    <section className="stack-s" aria-label="Realised quality of both">
      <p className="muted small num">
        Measured {date(realised.measuredAt)} on {integer(champion.customers)} customers
        {champion.happened !== null && `, it happened to ${integer(champion.happened)}`}.
      </p>
      {champion.enough ? (
        <Table
          label="Realised quality of both"
          rows={realised.shadow.figures}
          rowKey={(row) => row.name}
          columns={[
            {
              id: 'name',
              header: 'Realised',
              cell: ({ name }) => (
                <>
                  {FIGURE_NAMES[name] ?? name}
                  <div className="muted small">{figureHint(name)}</div>
                </>
              ),
            },
            {
              id: 'champion',
              header: 'Champion then',
              numeric: true,
              cell: ({ name }) => (
                <Value figure={champion.figures.find((f) => f.name === name)} show={show} />
              ),
            },
            {
              id: 'shadow',
              header: 'This version',
              numeric: true,
              cell: (figure) => <Value figure={figure} show={show} />,
            },
          ]}
        />
      ) : (
        <Notice>Too few customers to tell which of both was right.</Notice>
      )}
      {contest && (
        <Notice tone={contest.outcome === 'WON' ? 'good' : 'info'}>
          {contest.outcome === 'WON'
            ? 'By what happened, it was at least as right as the champion. '
            : 'By what happened, it was not shown to be as right as the champion. '}
          {contest.reasons.join(' ')}
        </Notice>
      )}
    </section>
  );
}

interface ValueProps {
  figure: Figure | undefined;
  show: (name: string, n: number) => string;
}

function Value({ figure, show }: ValueProps) {
  if (!figure) return DASH;
  const { name, value, low, high } = figure;
  return (
    <>
      <b>{show(name, value)}</b>
      {low !== null && high !== null && (
        <div className="muted small nowrap">
          <span className="sr">95% interval </span>
          {show(name, low)} to {show(name, high)}
        </div>
      )}
    </>
  );
}

function figureText(name: string, n: number, formats: Formats, text: (n: number) => string): string {
  if (name === 'bias') return `${n > 0 ? '+' : ''}${formats.percent(n, 1)}`;
  return name === 'rmse' ? text(n) : measureText(n, formats);
}
