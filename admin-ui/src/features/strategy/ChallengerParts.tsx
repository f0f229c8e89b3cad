import { Table } from '@/components/Table';
import type { ArmPart } from '@/lib/api/types/strategy';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { points } from './points';

interface Props {
  title: string;
  champion: ArmPart[];
  challenger: ArmPart[];
}

interface Row {
  id: string;
  label: string;
  champion: ArmPart | undefined;
  challenger: ArmPart | undefined;
}

/** Which share of each one's customers is in each segment, or gets each action first. Nobody in both is left out. */
export function ChallengerParts({ title, champion, challenger }: Props) {
  const { percent, integer } = useFormats();
  const known = new Map<string, Row>();
  for (const part of champion) {
    known.set(part.id, { id: part.id, label: part.label, champion: part, challenger: undefined });
  }
  for (const part of challenger) {
    const row = known.get(part.id) ?? { id: part.id, label: part.label, champion: undefined };
    known.set(part.id, { ...row, challenger: part });
  }
  const rows = [...known.values()].filter(
    (r) => (r.champion?.customers ?? 0) + (r.challenger?.customers ?? 0) > 0,
  );
  const cell = (part: ArmPart | undefined) =>
    part ? (
      <>
        {percent(part.share, 1)} <span className="muted small">{integer(part.customers)}</span>
      </>
    ) : (
      DASH
    );
  return (
    <Table
      label={`${title} of champion and challenger`}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { id: 'label', header: title, cell: (row) => row.label },
        { id: 'champion', header: 'Champion', numeric: true, cell: (row) => cell(row.champion) },
        { id: 'challenger', header: 'Challenger', numeric: true, cell: (row) => cell(row.challenger) },
        {
          id: 'difference',
          header: 'Difference',
          numeric: true,
          cell: (row) => <ByPoints by={(row.challenger?.share ?? 0) - (row.champion?.share ?? 0)} />,
        },
      ]}
    />
  );
}

function ByPoints({ by }: { by: number }) {
  return <>{points(by, useFormats())}</>;
}
