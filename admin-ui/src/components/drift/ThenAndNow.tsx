import { Figure } from '@/components/charts/Figure';
import { Meter } from '@/components/Meter';
import type { Drift } from '@/lib/api/monitoring';
import { useFormats } from '@/lib/SessionContext';
import { binLabel, inhabited, largestMove } from './bins';
import './thenAndNow.css';

const ROW = 27;

interface Props {
  title: string;
  /** What "then" is. */
  then: string;
  drift: Drift;
  /** What "now" is, when it is another thing than today. */
  now?: string;
  /** How a category is shown. */
  category?: (name: string) => string;
}

/** Two distributions beside each other, part by part. */
export function ThenAndNow({ title, then, drift, now = 'Now', category = (name) => name }: Props) {
  const formats = useFormats();
  const bins = inhabited(drift);
  const known = drift.psi !== null;
  const largest = Math.max(...bins.flatMap((bin) => [bin.reference, bin.current]), 0.01);
  const label = (bin: (typeof bins)[number]) => binLabel(bin, formats, category);
  const share = (n: number) => formats.percent(n, 1);
  return (
    <Figure
      title={title}
      sub={
        <span className="then-now-legend">
          {known && (
            <span>
              <i className="then-key" aria-hidden /> {then}
            </span>
          )}
          <span>
            <i className="now-key" aria-hidden /> {now}
          </span>
        </span>
      }
      summary={largestMove(drift, formats, category)}
      columns={known ? ['Values', then, now] : ['Values', now]}
      rows={bins.map((bin) =>
        known ? [label(bin), share(bin.reference), share(bin.current)] : [label(bin), share(bin.current)],
      )}
      height={bins.length * ROW}
    >
      {() => (
        <ul className="then-now num">
          {bins.map((bin) => (
            <li key={`${label(bin)} ${bin.kind}`}>
              <span>{label(bin)}</span>
              <div className="then-now-bars">
                {known && <Meter share={bin.reference / largest} color="var(--ink-3)" />}
                <Meter share={bin.current / largest} />
              </div>
              <span className="then-now-shares">
                {known && (
                  <>
                    <span className="sr">{then} </span>
                    <span className="muted">{share(bin.reference)}</span>
                    <span className="sr">, {now.toLowerCase()} </span>
                  </>
                )}
                <b>{share(bin.current)}</b>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Figure>
  );
}
