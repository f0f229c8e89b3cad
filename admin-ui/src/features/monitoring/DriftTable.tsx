import { ToggleButton } from 'react-aria-components';
import { Spark } from '@/components/charts/Spark';
import { Table } from '@/components/Table';
import type { DriftMeasure, ModelDrift, SubjectDrift } from '@/lib/api/monitoring';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { VerdictBadge } from './VerdictBadge';

const COLORS = {
  STABLE: 'var(--good)',
  WATCH: 'var(--warn)',
  DRIFT: 'var(--bad)',
  NOT_ENOUGH_DATA: 'var(--ink-3)',
};

interface Props {
  model: ModelDrift;
  chosen: string | undefined;
  onChoose: (subject: string | undefined) => void;
}

/** The score and every input of a model; pressing one opens its distribution. */
export function DriftTable({ model, chosen, onChoose }: Props) {
  const { fixed } = useFormats();
  const value = (measure: DriftMeasure | null) => (measure ? fixed(measure.value, 3) : DASH);
  const interval = (measure: DriftMeasure | null) =>
    measure ? `${fixed(measure.low, 3)}–${fixed(measure.high, 3)}` : DASH;
  return (
    <Table
      label={`Drift of ${model.label}`}
      rows={[model.scores, ...model.inputs]}
      rowKey={(row) => row.subject}
      columns={[
        {
          id: 'name',
          header: 'Score and inputs',
          cell: (row) => (
            <ToggleButton
              className="drift-pick"
              isSelected={row.subject === chosen}
              onChange={(open) => onChoose(open ? row.subject : undefined)}
            >
              {row === model.scores ? `Score: ${row.label}` : row.label}
            </ToggleButton>
          ),
        },
        { id: 'verdict', header: 'Verdict', cell: (row) => <VerdictBadge verdict={row.drift.verdict} /> },
        { id: 'course', header: 'Over runs', cell: (row) => <Course subject={row} /> },
        { id: 'psi', header: 'PSI', numeric: true, cell: (row) => <b>{value(row.drift.psi)}</b> },
        {
          id: 'interval',
          header: '95% interval',
          numeric: true,
          className: 'drift-interval',
          cell: (row) => interval(row.drift.psi),
        },
        { id: 'noise', header: 'By chance', numeric: true, cell: (row) => chance(row, fixed) },
        { id: 'ks', header: 'KS', numeric: true, cell: (row) => value(row.drift.ks) },
        { id: 'moved', header: 'Moved by', numeric: true, cell: (row) => value(row.drift.wasserstein) },
      ]}
    />
  );
}

/** What chance alone stays below in ninety-nine of a hundred comparisons. */
const chance = ({ drift: { psi } }: SubjectDrift, fixed: (n: number, digits: number) => string) =>
  psi ? `< ${fixed(psi.noise, 3)}` : DASH;

function Course({ subject }: { subject: SubjectDrift }) {
  const values = subject.recent.flatMap((point) => (point.psi === null ? [] : [point.psi]));
  if (values.length < 2) return <span className="muted">First run</span>;
  return <Spark values={values} color={COLORS[subject.drift.verdict]} />;
}
