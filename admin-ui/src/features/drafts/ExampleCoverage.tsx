import { Card } from '@/components/Card';
import { Refusal } from '@/components/Notice';
import { toast } from '@/components/toast';
import type { CoveredRule, DraftCoverage } from '@/lib/api/types/drafts';
import { cx } from '@/lib/cx';
import { useDocument, useOpenDraft } from '@/lib/draft/DraftContext';
import { tablesOf } from '@/lib/draft/tables';
import { usePinTypical } from '@/lib/draft/usePinTypical';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { TableCoverage } from './TableCoverage';
import { type Open, Uncovered } from './Uncovered';

interface Props {
  coverage: DraftCoverage | undefined;
  error: unknown;
  behind: boolean;
}

/** Whom the rules decide that no example stands for, most customers first, and a customer to pin for each. */
export function ExampleCoverage({ coverage, error, behind }: Props) {
  const { integer, percent } = useFormats();
  const { editable, session } = useOpenDraft();
  const { segments, actions } = useDocument((d) => d);
  const tables = useDocument(tablesOf);
  const pin = usePinTypical((why) => toast(`Pinned: ${why}`, 'good', () => session.undo()));
  if (!coverage?.segments || !coverage.actions || !coverage.tables) {
    return error ? (
      <Card title="Coverage">
        <Refusal error={error} />
      </Card>
    ) : null;
  }
  const { customers, covered } = coverage;
  const pins = {
    onPin: editable ? pin.mutate : undefined,
    pinning: pin.isPending ? pin.variables : undefined,
  };
  return (
    <Card title="Coverage" sub="By the customers there are now">
      <div className={cx(behind && 'behind')}>
        <p>
          <b className="num">
            {integer(covered)} of {integer(customers)} {plural(customers, 'customer')}
          </b>
          {customers > 0 && ` (${percent(covered / customers)})`} are in a segment that an example is in.
        </p>
        <Refusal error={pin.error} />
        <Uncovered
          title="Segments without an example"
          open={open(
            coverage.segments,
            'segments',
            (id) => segments.segments.find((s) => s.id === id)?.label,
          )}
          {...pins}
        />
        <Uncovered
          title="Actions without an example"
          open={open(coverage.actions, 'engagement', (id) => actions.actions.find((a) => a.id === id)?.name)}
          {...pins}
        />
        {coverage.tables.map((table) => (
          <TableCoverage
            key={table.name}
            table={table}
            label={tables.find((t) => t.name === table.name)?.label ?? table.name}
            customers={customers}
            {...pins}
          />
        ))}
      </div>
    </Card>
  );
}

const open = (rules: CoveredRule[], part: string, name: (id: string) => string | undefined): Open[] =>
  rules
    .filter((rule) => rule.examples === 0)
    .map(({ id, customers, value }) => ({ place: `${part}/${id}`, name: name(id) ?? id, customers, value }));
