import { useConditionCount } from '@/lib/api/countCondition';
import { useFormats } from '@/lib/SessionContext';
import { useDebounced } from '@/lib/useDebounced';
import { type DraftGuardrail, type DraftTerm, toCondition } from './draft';

/** How many customers meet this one test, whatever the others say. */
export function AloneCount({ test }: { test: DraftTerm | DraftGuardrail }) {
  const { integer } = useFormats();
  const settled = useDebounced(test);
  const { data, error } = useConditionCount(toCondition(settled));
  return (
    <span className="test-count num" title="Customers who meet this condition alone">
      <span className="sr">alone matches </span>
      {error || !data ? '–' : integer(data.customers)}
    </span>
  );
}
