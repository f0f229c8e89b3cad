import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

interface Props {
  values: number[];
  color: string;
  width?: number;
  height?: number;
}

/** The course of a number without axes; decoration beside the number and its change, so it is not spoken. */
export function Spark({ values, color, width = 82, height = 28 }: Props) {
  if (values.length < 2) return null;
  const [low = 0, high = 0] = extent(values);
  const x = scaleLinear([0, values.length - 1], [2, width - 4]);
  const y = low === high ? () => height / 2 : scaleLinear([low, high], [height - 4, 4]);
  const path = line<number>()
    .x((_, i) => x(i))
    .y((v) => y(v))(values);
  const end = x(values.length - 1);
  return (
    <svg className="spark" width={width} height={height} aria-hidden="true">
      <path d={`${path}L${end},${height}L${x(0)},${height}Z`} fill={color} opacity={0.1} />
      <path d={path ?? ''} fill="none" stroke={color} strokeWidth={1.75} strokeLinejoin="round" />
      <circle cx={end} cy={y(values.at(-1) ?? 0)} r={2.6} fill={color} />
    </svg>
  );
}
