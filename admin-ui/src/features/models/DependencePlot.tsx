import { area, line } from 'd3-shape';
import { Plot } from '@/components/charts/Plot';
import { niceDomain } from '@/components/charts/plotScales';
import type { SharesOfPart } from '@/lib/api/types/attributions';

interface Props {
  width: number;
  height: number;
  /** Ranges of numbers, rising. */
  parts: SharesOfPart[];
  name: string;
  text: (share: number) => string;
  value: (n: number) => string;
}

const middle = ({ from, to }: SharesOfPart) => ((from ?? 0) + (to ?? 0)) / 2;

/** The mean share over the value, in the band of four fifths of the shares. */
export function DependencePlot({ width, height, parts, name, text, value }: Props) {
  const xs = niceDomain(parts.flatMap((p) => [p.from ?? 0, p.to ?? 0]));
  const ys = niceDomain(
    parts.flatMap((p) => [p.low, p.high, p.mean]),
    0,
  );
  return (
    <Plot
      width={width}
      height={height}
      x={{ domain: xs, label: name, format: value }}
      y={{ domain: ys, label: 'Share', format: text, ticks: 5 }}
    >
      {({ x, y, left, right }) => (
        <>
          <line x1={left} x2={right} y1={y(0)} y2={y(0)} className="plot-zero" />
          <path
            d={
              area<SharesOfPart>()
                .x((p) => x(middle(p)))
                .y0((p) => y(p.low))
                .y1((p) => y(p.high))(parts) ?? ''
            }
            className="dependence-band"
          />
          <path
            d={
              line<SharesOfPart>()
                .x((p) => x(middle(p)))
                .y((p) => y(p.mean))(parts) ?? ''
            }
            className="dependence-mean"
          />
          {parts.map((p) => (
            <circle key={p.from} cx={x(middle(p))} cy={y(p.mean)} r={3.5} className="dependence-dot" />
          ))}
        </>
      )}
    </Plot>
  );
}
