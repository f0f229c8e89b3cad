import { cx } from '@/lib/cx';
import { useFormats } from '@/lib/SessionContext';
import { intervalText, numberText } from './figureText';
import type { Lane } from './outOfTime';

/** Figures of one measure below each other, each with its interval on a common line; the words say the same. */
export function Lanes({ lanes }: { lanes: Lane[] }) {
  const formats = useFormats();
  const all = lanes.flatMap(({ figure: f }) => [f.low ?? f.value ?? 0, f.high ?? f.value ?? 0]);
  const low = Math.min(...all);
  const span = Math.max(...all) - low || 1;
  const place = (n: number) => `${((n - low) / span) * 100}%`;
  return (
    <dl className="lanes">
      {lanes.map(({ how, figure, believed }) => {
        const interval = intervalText(figure, formats);
        const from = figure.low ?? figure.value ?? 0;
        const to = figure.high ?? figure.value ?? 0;
        return (
          <div key={how} className={cx('lane', believed && 'lane-believed')}>
            <dt>{how}</dt>
            <dd className="num">
              <b>{numberText(figure.name, figure.value, formats)}</b>
              {interval && (
                <span className="muted">
                  <span className="sr">, 95% interval </span>
                  {interval}
                </span>
              )}
            </dd>
            <dd className="lane-track" aria-hidden>
              <i
                className="lane-interval"
                style={{ insetInlineStart: place(from), width: `max(3px, ${((to - from) / span) * 100}%)` }}
              />
              <i className="lane-value" style={{ insetInlineStart: place(figure.value ?? 0) }} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
