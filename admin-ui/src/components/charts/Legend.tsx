import type { Series } from './series';
import './plot.css';

/** Which line or bar is whose; nothing when there is only one. */
export function Legend({ series }: { series: Series[] }) {
  if (series.length < 2) return null;
  return (
    <ul className="legend">
      {series.map((one) => (
        <li key={one.id}>
          <svg width={26} height={10} aria-hidden="true">
            <line
              x1={1}
              x2={25}
              y1={5}
              y2={5}
              stroke={one.color}
              strokeWidth={3}
              strokeDasharray={one.dash}
            />
          </svg>
          {one.label}
        </li>
      ))}
    </ul>
  );
}
