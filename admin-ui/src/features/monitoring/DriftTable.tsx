import { useEffect, useRef } from 'react';
import { ToggleButton } from 'react-aria-components';
import { Spark } from '@/components/charts/Spark';
import { ThenAndNow } from '@/components/drift/ThenAndNow';
import { VerdictBadge } from '@/components/drift/VerdictBadge';
import { Table } from '@/components/Table';
import type { DriftMeasure, SubjectDrift } from '@/lib/api/monitoring';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import type { Watched } from './watched';

const COLORS = {
  STABLE: 'var(--good)',
  WATCH: 'var(--warn)',
  DRIFT: 'var(--bad)',
  NOT_ENOUGH_DATA: 'var(--ink-3)',
};

interface Props {
  rows: Watched[];
  chosen: string | undefined;
  onChoose: (subject: string | undefined) => void;
}

/** Scores and inputs with all three distances; pressing one opens its distribution below it. */
export function DriftTable({ rows, chosen, onChoose }: Props) {
  const isOpen = (row: Watched) => chosen !== undefined && row.subjects.includes(chosen);
  return (
    <Table
      label="Drift of scores and inputs"
      stickyHeader
      rows={rows}
      rowKey={(row) => row.subject}
      columns={[
        {
          id: 'name',
          header: 'Score or input',
          className: 'drift-name',
          cell: (row) => (
            <ToggleButton
              className="drift-pick"
              isSelected={isOpen(row)}
              onChange={(open) => onChoose(open ? row.subject : undefined)}
            >
              {row.isScore ? `Score: ${row.label}` : row.label}
            </ToggleButton>
          ),
        },
        {
          id: 'models',
          header: 'Read by',
          className: 'drift-models',
          cell: (row) => (row.isScore ? `Version ${row.models[0]?.version}` : readers(row)),
        },
        { id: 'verdict', header: 'Verdict', cell: (row) => <VerdictBadge verdict={row.drift.verdict} /> },
        { id: 'course', header: 'Over runs', cell: (row) => <Course subject={row} /> },
        { id: 'psi', header: 'PSI', numeric: true, cell: (row) => <Distance measure={row.drift.psi} /> },
        { id: 'ks', header: 'KS', numeric: true, cell: (row) => <Distance measure={row.drift.ks} /> },
        {
          id: 'moved',
          header: 'Moved by',
          numeric: true,
          cell: (row) => <Distance measure={row.drift.wasserstein} />,
        },
      ]}
      detail={(row) => (isOpen(row) ? <Opened row={row} /> : null)}
    />
  );
}

const readers = ({ models }: Watched) => models.map((m) => m.label).join(', ');

/** A distance, its 95% interval, and what chance alone stays below in ninety-nine of a hundred comparisons. */
function Distance({ measure }: { measure: DriftMeasure | null }) {
  const { fixed } = useFormats();
  if (!measure) return DASH;
  return (
    <>
      <b>{fixed(measure.value, 3)}</b>
      <div className="muted small drift-interval">
        <span className="sr">, 95% interval </span>
        {fixed(measure.low, 3)}–{fixed(measure.high, 3)}
        <span className="sr">, </span>
      </div>
      <div className="muted small drift-interval">chance &lt; {fixed(measure.noise, 3)}</div>
    </>
  );
}

function Course({ subject }: { subject: SubjectDrift }) {
  const values = subject.recent.flatMap((point) => (point.psi === null ? [] : [point.psi]));
  if (values.length < 2) return <span className="muted">First run</span>;
  return <Spark values={values} color={COLORS[subject.drift.verdict]} />;
}

/** The distribution that was asked for; a link to it brings it into sight. */
function Opened({ row }: { row: Watched }) {
  const { integer } = useFormats();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.scrollIntoView?.({ block: 'nearest' }), []);
  const { customers, referenceCustomers } = row.drift;
  return (
    <div ref={place} className="drift-opened">
      <ThenAndNow title={`${row.label}, then and now`} then="On the model's card" drift={row.drift} />
      <p className="muted small num">
        {integer(customers)} customers now, compared with {integer(referenceCustomers)} of the card of{' '}
        {row.models.map((m) => `${m.label}, version ${m.version}`).join('; ')}.
      </p>
    </div>
  );
}
