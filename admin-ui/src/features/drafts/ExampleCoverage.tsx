import { Card } from '@/components/Card';
import type { CoveredPart, ExampleResults } from '@/lib/api/types/drafts';
import { useDocument } from '@/lib/draft/DraftContext';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';

/** How many customers the examples speak about, and what no example speaks about, by the customers it touches. */
export function ExampleCoverage({ coverage }: { coverage: NonNullable<ExampleResults['coverage']> }) {
  const { integer, percent } = useFormats();
  const { segments, actions } = useDocument((d) => d);
  const { customers, covered } = coverage;
  const segmentName = (id: string) => segments.segments.find((s) => s.id === id)?.label ?? id;
  const actionName = (id: string) => actions.actions.find((a) => a.id === id)?.name ?? id;
  return (
    <Card title="Coverage" sub="By the customers there are now">
      <p>
        <b className="num">
          {integer(covered)} of {integer(customers)} {plural(customers, 'customer')}
        </b>
        {customers > 0 && ` (${percent(covered / customers)})`} are in a segment that an example expects.
      </p>
      <Uncovered title="Segments without an example" parts={coverage.segments} name={segmentName} />
      <Uncovered title="Actions without an example" parts={coverage.actions} name={actionName} />
    </Card>
  );
}

interface Props {
  title: string;
  parts: CoveredPart[];
  name: (id: string) => string;
}

function Uncovered({ title, parts, name }: Props) {
  const { integer } = useFormats();
  const open = parts.filter((p) => p.examples === 0).toSorted((a, b) => b.customers - a.customers);
  if (open.length === 0) return null;
  return (
    <>
      <h3 className="coverage-head">{title}</h3>
      <ul className="small">
        {open.map(({ id, customers }) => (
          <li key={id} className="row row-between">
            <span>{name(id)}</span>
            <span className="muted num">
              {integer(customers)} {plural(customers, 'customer')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
