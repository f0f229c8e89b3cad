import { useContext } from 'react';
import { useConditionCount } from '@/lib/api/countCondition';
import { useFormats } from '@/lib/SessionContext';
import { useDebounced } from '@/lib/useDebounced';
import { useLiveCondition } from '@/lib/useLiveCondition';
import { type DraftGuardrail, type DraftTerm, toCondition } from './draft';
import { TestPictures } from './testPictures';

interface Props {
  test: DraftTerm | DraftGuardrail;
  /** Where it stands in the condition; empty = it is the whole. */
  place?: string;
}

/** How many customers meet this one test, whatever the others say. */
export function AloneCount({ test, place }: Props) {
  const pictures = useContext(TestPictures);
  const { integer } = useFormats();
  const settled = useDebounced(test);
  const finished = toCondition(settled);
  const counted = useLiveCondition(finished, pictures?.otherScores);
  const { data, error } = useConditionCount(counted);
  return (
    <span className="test-count num" title="Customers who meet this condition alone">
      <span className="sr">alone matches </span>
      {finished && !counted && pictures && place !== undefined
        ? pictures.count(place)
        : error || !data || !counted
          ? '–'
          : integer(data.customers)}
    </span>
  );
}
