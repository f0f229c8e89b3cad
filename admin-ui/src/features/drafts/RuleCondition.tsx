import { type ReactNode, useMemo, useState } from 'react';
import { ConditionField } from '@/components/condition/ConditionField';
import { ConditionTree } from '@/components/condition/ConditionTree';
import { type Pictures, TestPictures } from '@/components/condition/testPictures';
import { Skeleton } from '@/components/States';
import { useLiveStrategy } from '@/lib/api/strategy';
import type { Condition } from '@/lib/api/types/condition';
import { useVocabulary } from '@/lib/api/vocabulary';
import { useDocument, useOpenDraft } from '@/lib/draft/DraftContext';
import { beforeSegments } from '@/lib/draft/tableOrder';
import { tablesOf, tableTerms } from '@/lib/draft/tables';
import { useOtherScores } from '@/lib/draft/useOtherScores';
import { CountInDraft } from './CountInDraft';
import { Threshold } from './Threshold';

interface Props {
  tag: string;
  words: string;
  condition: Condition;
  onChange: (condition: Condition) => void;
  /** Segments are what is being defined: a condition may not ask for them. */
  withoutSegments?: boolean;
  /** Where it stands in the draft: segments/at_risk/when. */
  place: string;
  /** What is known about it, such as how many meet it. */
  end?: ReactNode;
}

/** A condition of a segment or action, to edit, or to read for who may not edit. */
export function RuleCondition({ tag, words, condition, onChange, withoutSegments, place, end }: Props) {
  const { editable } = useOpenDraft();
  return (
    <div>
      <p className="rule-when">
        <span className="tag">{tag}</span>
        <span>{asksNothing(condition) ? `${words}: nothing is asked, so everybody` : words}</span>
        {end && <span className="row-end">{end}</span>}
      </p>
      {editable ? (
        <Pictured key={place} place={place}>
          <Editing condition={condition} onChange={onChange} withoutSegments={withoutSegments ?? false} />
        </Pictured>
      ) : (
        <ConditionTree condition={condition} />
      )}
    </div>
  );
}

/** Offers to draw the threshold of a comparison on a picture of the customers. */
function Pictured({ place, children }: { place: string; children: ReactNode }) {
  const [open, setOpen] = useState<string[]>([]);
  const otherScores = useOtherScores();
  const pictures = useMemo<Pictures>(
    () => ({
      isOpen: (within) => open.includes(within),
      toggle: (within) =>
        setOpen(open.includes(within) ? open.filter((o) => o !== within) : [...open, within]),
      draw: ({ place: within, test, onChange }) => (
        <Threshold
          place={[place, within].filter(Boolean).join('/')}
          operator={test.operator}
          value={typeof test.value === 'number' ? test.value : Number.NaN}
          onChange={onChange}
        />
      ),
      otherScores,
      count: (within) => <CountInDraft place={[place, within].filter(Boolean).join('/')} />,
    }),
    [place, open, otherScores],
  );
  return <TestPictures value={pictures}>{children}</TestPictures>;
}

const asksNothing = (condition: Condition) => 'all' in condition && condition.all.length === 0;

function Editing({
  condition,
  onChange,
  withoutSegments,
}: Pick<Props, 'condition' | 'onChange'> & { withoutSegments: boolean }) {
  const vocabulary = useVocabulary().data?.terms;
  const guardrails = useLiveStrategy().data?.guardrails ?? [];
  const segments = useDocument((d) => d.segments.segments);
  const tables = useDocument(tablesOf);
  const terms = useMemo(() => {
    if (!vocabulary) return undefined;
    // The segments and tables of the draft, which may not be live yet.
    const values = segments.map((s) => s.id);
    const others = vocabulary.filter(
      (t) => t.origin !== 'TABLE' && !(withoutSegments && t.origin === 'SEGMENT'),
    );
    const known = others.map((t) => (t.origin === 'SEGMENT' ? { ...t, values } : t));
    return [...known, ...tableTerms(withoutSegments ? beforeSegments(tables) : tables)];
  }, [vocabulary, segments, tables, withoutSegments]);
  if (!terms) return <Skeleton height={120} />;
  return <ConditionField value={condition} onChange={onChange} terms={terms} guardrails={guardrails} />;
}
