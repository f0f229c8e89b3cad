import { scaleLinear } from 'd3-scale';
import { Figure } from '@/components/charts/Figure';
import { niceDomain } from '@/components/charts/plotScales';
import type { ModelAttributions } from '@/lib/api/types/attributions';
import type { Model } from '@/lib/api/types/models';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { swarm } from './swarmLayout';
import { useInputLabel } from './useInputLabel';
import { useShareText } from './useShareText';

interface Props {
  model: Model;
  data: ModelAttributions;
}

const ROW = 34;
const FOOT = 30;
const MOST_ROWS = 12;
const CHARACTER = 7;
const TICK_WIDTH = 76;

/** From the smallest values to the largest; grey = missing, or a text. */
const hue = (rank: number | null) =>
  rank === null
    ? 'var(--ink-3)'
    : `color-mix(in oklab, var(--seg-4) ${Math.round(100 * rank)}%, var(--seg-1))`;

/** Single customers, unnamed: what each input adds to their score, coloured by its value. */
export function SwarmChart({ model, data }: Props) {
  const { percent } = useFormats();
  const label = useInputLabel();
  const { text, unit } = useShareText(model, data.scale);
  const inputs = data.inputs.filter((i) => i.points.length > 0).slice(0, MOST_ROWS);
  const [first] = inputs;
  if (!first) return null;
  const domain = niceDomain(
    inputs.flatMap((i) => i.points.map((p) => p.amount)),
    0,
  );
  const height = inputs.length * ROW + FOOT;
  return (
    <div className="card">
      <Figure
        title="Customer by customer"
        sub={`A dot is one of ${first.points.length} customers: ${unit}`}
        summary={`${label(first.input)} spreads customers from ${text(Math.min(...first.points.map((p) => p.amount)))} to ${text(Math.max(...first.points.map((p) => p.amount)))}.`}
        columns={['Input', 'Share', 'Rank of the value']}
        rows={inputs.flatMap((i) =>
          i.points.map((p) => [label(i.input), text(p.amount), p.rank === null ? DASH : percent(p.rank)]),
        )}
        height={height + 28}
      >
        {(width) => {
          const labels = Math.min(210, Math.round(width * 0.36));
          const x = scaleLinear(domain, [labels + 12, width - 14]);
          const most = Math.floor(labels / CHARACTER);
          const ticks = x.ticks(Math.max(2, Math.min(6, Math.floor((width - labels) / TICK_WIDTH))));
          return (
            <>
              <p className="swarm-legend small">
                <span>Low value</span>
                <i aria-hidden />
                <span>High value</span>
                <b aria-hidden />
                <span>Missing or a text</span>
              </p>
              <svg className="plot" width={width} height={height} aria-hidden="true">
                <g className="axis num">
                  {ticks.map((t) => (
                    <g key={t}>
                      <line
                        x1={x(t)}
                        x2={x(t)}
                        y1={0}
                        y2={inputs.length * ROW}
                        className={t === 0 ? 'plot-zero' : 'plot-grid'}
                      />
                      <text x={Math.min(x(t), width - 16)} y={height - 10} textAnchor="middle">
                        {text(t)}
                      </text>
                    </g>
                  ))}
                </g>
                {inputs.map((i, row) => {
                  const name = label(i.input);
                  return (
                    <g key={i.input} transform={`translate(0,${row * ROW + ROW / 2})`}>
                      <text x={0} y={4} className="bars-label">
                        {name.length > most ? `${name.slice(0, most - 1)}…` : name}
                      </text>
                      {swarm(i.points, x, ROW / 2 - 4).map((dot, n) => (
                        <circle
                          // biome-ignore lint/suspicious/noArrayIndexKey: the points have no other name and never move
                          key={n}
                          cx={dot.x}
                          cy={dot.y}
                          r={2.6}
                          style={{ fill: hue(dot.rank) }}
                          opacity={0.85}
                        />
                      ))}
                    </g>
                  );
                })}
              </svg>
            </>
          );
        }}
      </Figure>
    </div>
  );
}
