import { Link } from '@tanstack/react-router';
import { Card } from '@/components/Card';
import { Refusal } from '@/components/Notice';
import { EmptyState } from '@/components/States';
import { cx } from '@/lib/cx';
import { useDocument } from '@/lib/draft/DraftContext';
import { examplesOf } from '@/lib/draft/examples';
import { useCoverageNow } from '@/lib/draft/useCoverageNow';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { ExampleCoverage } from './ExampleCoverage';
import { ExampleItem } from './ExampleItem';
import { useExamplesNow } from './useExamplesNow';

/** Customers as they were once, with what the draft is meant to decide for them and what it decides. */
export function ExamplesTab() {
  const examples = useDocument(examplesOf);
  const { data, error, behind } = useExamplesNow();
  const covered = useCoverageNow();
  const coverage = <ExampleCoverage coverage={covered.data} error={covered.error} behind={covered.behind} />;
  const { integer } = useFormats();
  const results = data?.examples ?? [];
  const met = results.filter((r) => r.met).length;
  const standing = () => {
    if (data?.examples)
      return `${integer(met)} of ${integer(results.length)} ${plural(results.length, 'example')} met. All must be before it is sent for review.`;
    return data ? 'Decided once the draft has no problems' : 'What the draft decides for them';
  };
  if (examples.length === 0) {
    return (
      <div className="two">
        <EmptyState title="No examples yet" action={<Link to="/customers">Customer desk</Link>}>
          Pin a customer on the desk, or here one of a rule: whoever they are stays out, what is decided for
          them has to stay as it is.
        </EmptyState>
        {coverage}
      </div>
    );
  }
  return (
    <div className="two">
      <Card title="Examples" sub={standing()}>
        <Refusal error={error} />
        <ul className={cx('example-list', behind && 'behind')}>
          {examples.map((example) => (
            <ExampleItem
              key={example.id}
              example={example}
              result={results.find((r) => r.id === example.id)}
            />
          ))}
        </ul>
      </Card>
      {coverage}
    </div>
  );
}
