import { ArrowDownRight, ArrowUpRight } from 'lucide-react';
import { Spark } from '@/components/charts/Spark';
import type { Overview } from '@/lib/api/types/overview';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { useScores } from '@/lib/useScores';
import { type Kpi, kpis } from './kpis';

/** The five figures a manager asks for first, each with its course over the earlier runs. */
export function KpiTiles({ overview }: { overview: Overview }) {
  const formats = useFormats();
  const scores = useScores();
  return (
    <dl className="kpis">
      {kpis(overview, scores, formats).map((kpi) => (
        <Tile key={kpi.label} kpi={kpi} />
      ))}
    </dl>
  );
}

function Tile({ kpi }: { kpi: Kpi }) {
  return (
    <div className="card kpi">
      <dt title={kpi.explained}>{kpi.label}</dt>
      <dd className="kpi-value num">{kpi.value ?? DASH}</dd>
      <dd className="kpi-change num">
        <Change kpi={kpi} />
      </dd>
      <Spark values={kpi.course} color={kpi.color} />
    </div>
  );
}

function Change({ kpi: { change } }: { kpi: Kpi }) {
  if (!change) return <span className="muted">No earlier run to compare</span>;
  const Arrow = change.direction > 0 ? ArrowUpRight : ArrowDownRight;
  return (
    <>
      <span className={`kpi-change-${change.tone}`}>
        {change.direction !== 0 && <Arrow size={14} aria-hidden />}
        {change.text}
      </span>
      <span className="muted">since {change.since}</span>
    </>
  );
}
