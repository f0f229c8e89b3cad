import { arc, type PieArcDatum, pie } from 'd3-shape';

export interface Slice {
  name: string;
  label: string;
  color: string;
  value: number;
}

interface Props {
  slices: Slice[];
  size: number;
  center: string;
  sub: string;
  /** The slice that stands out; the others step back. */
  active: string;
  label: string;
}

const layout = pie<Slice>()
  .value((s) => s.value)
  .sort(null)
  .padAngle(0.018);

export function Donut({ slices, size, center, sub, active, label }: Props) {
  const radius = size / 2;
  const shape = arc<PieArcDatum<Slice>>()
    .cornerRadius(4)
    .innerRadius(radius * 0.64);
  return (
    <svg width={size} height={size} role="img" aria-label={label}>
      <g transform={`translate(${radius},${radius})`}>
        {layout(slices.filter((s) => s.value > 0)).map((s) => {
          const stands = active === s.data.name;
          const d = shape.outerRadius(stands ? radius - 1 : radius - 6)(s) ?? '';
          return (
            <path
              key={s.data.name}
              className="eased"
              d={d}
              fill={s.data.color}
              opacity={active && !stands ? 0.35 : 1}
            />
          );
        })}
        <text y={2} textAnchor="middle" className="donut-center num">
          {center}
        </text>
        <text y={23} textAnchor="middle" className="donut-sub">
          {sub}
        </text>
      </g>
    </svg>
  );
}
