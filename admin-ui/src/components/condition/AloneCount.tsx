import { useConditionCount } from '@/lib/api/countCondition';
import { useFormats } from '@/lib/SessionContext';
import { useDebounced } from '@/lib/useDebounced';
import { useLiveCondition } from '@/lib/useLiveCondition';
import { type DraftGuardrail, type DraftTerm, toCondition } from './draft';

/** How many customers meet this one test, whatever the others say. */
export function AloneCount({ test }: { test: DraftTerm | DraftGuardrail }) {
  const { integer } = useFormats();
  const settled = useDebounced(test);
  const counted = useLiveCondition(toCondition(settled));
  const { data, error } = useConditionCount(counted);
  return (
    <span className="test-count num" title="Customers who meet this condition alone">
      <span className="sr">alone matches </span>
      {error || !data || !counted ? '–' : integer(data.customers)}
    </span>
  );
}
