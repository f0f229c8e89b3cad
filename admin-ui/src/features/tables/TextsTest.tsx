import { Checks } from '@/components/Checks';
import type { Term } from '@/lib/api/types/condition';
import { type Test, writeTests } from '@/lib/table/cell';

interface Props {
  term: Term;
  /** What the cell asks now; null = something that is written only. */
  tests: Test[] | null;
  onText: (text: string) => void;
}

/** Some of the values a term can have; none = anything. */
export function TextsTest({ term, tests, onText }: Props) {
  if (term.values.length === 0) return <p className="cell-words muted">Several are parted by commas.</p>;
  const chosen = (tests ?? []).flatMap((test) => (test.kind === 'text' ? [test.text] : []));
  const change = (to: string[]) => {
    // In the order of the term; a value that it does not know any more stays until it is taken out.
    const ordered = [
      ...term.values.filter((v) => to.includes(v)),
      ...to.filter((v) => !term.values.includes(v)),
    ];
    onText(writeTests(ordered.map((text) => ({ kind: 'text', text }))));
  };
  const options = [...term.values, ...chosen.filter((v) => !term.values.includes(v))];
  return (
    <Checks
      label="One of; none ticked means anything"
      values={chosen}
      onChange={change}
      options={options.map((v) => ({ id: v, label: v || '(empty)' }))}
    />
  );
}
