import { Card } from '@/components/Card';
import { Choice } from '@/components/Choice';
import type { DriftVerdict } from '@/lib/api/monitoring';
import { DriftTable } from './DriftTable';
import type { Watched } from './watched';

type Filter = DriftVerdict | 'ALL';

const NAMES: [Filter, string][] = [
  ['ALL', 'All'],
  ['DRIFT', 'Drift'],
  ['WATCH', 'Watch'],
  ['STABLE', 'Stable'],
  ['NOT_ENOUGH_DATA', 'Not enough data'],
];

interface Props {
  rows: Watched[];
  verdict: DriftVerdict | undefined;
  onVerdict: (verdict: DriftVerdict | undefined) => void;
  chosen: string | undefined;
  onChoose: (subject: string | undefined) => void;
}

/** How far every score and input is from the cards of the models, the gravest first, or only those of one verdict. */
export function DriftCard({ rows, verdict, onVerdict, chosen, onChoose }: Props) {
  const count = (of: Filter) => rows.filter((row) => of === 'ALL' || row.drift.verdict === of).length;
  const filters = NAMES.filter(([id]) => id === 'ALL' || id === verdict || count(id) > 0);
  const shown = rows.filter((row) => !verdict || row.drift.verdict === verdict);
  return (
    <Card
      title="Scores and inputs"
      sub="Against the customers the models learned from; each distance with its 95% interval"
      flush
    >
      <div className="drift-filter">
        <Choice<Filter>
          label="Verdict"
          value={verdict ?? 'ALL'}
          options={filters.map(([id, name]) => ({ id, label: `${name} ${count(id)}` }))}
          onChange={(id) => onVerdict(id === 'ALL' ? undefined : id)}
        />
      </div>
      {shown.length === 0 ? (
        <p className="muted drift-none">Nothing has this verdict.</p>
      ) : (
        <DriftTable rows={shown} chosen={chosen} onChoose={onChoose} />
      )}
    </Card>
  );
}
