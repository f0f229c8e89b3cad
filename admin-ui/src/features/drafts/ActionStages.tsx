import { Button } from '@/components/Button';
import type { Stage } from '@/lib/api/types/drafts';
import { useDocument, useEdit, useOpenDraft } from '@/lib/draft/DraftContext';
import { useEffectNow } from '@/lib/draft/useEffectNow';
import { useFormats } from '@/lib/SessionContext';
import { RuleCondition } from './RuleCondition';

const STAGES: { id: Stage; count: 'eligible' | 'applicable' | 'suitable'; words: string }[] = [
  { id: 'eligibility', count: 'eligible', words: 'may they have it' },
  { id: 'applicability', count: 'applicable', words: 'does it make sense now' },
  { id: 'suitability', count: 'suitable', words: 'is it good for them' },
];

/** The three conditions a customer passes one after the other, and how many are left after each. */
export function ActionStages({ action, fallback }: { action: string; fallback: boolean }) {
  const { editable } = useOpenDraft();
  const edit = useEdit();
  const { integer } = useFormats();
  const rule = useDocument((d) => d.engagement.rules.find((r) => r.action === action));
  const { data, behind } = useEffectNow();
  const counts = data?.actions?.find((a) => a.id === action);
  if (!rule) {
    return (
      <div className="row row-wrap">
        <p className="muted">
          {fallback
            ? 'The fallback asks for nothing: it is for whoever has no other action.'
            : 'Nothing says whom this action is for, so nobody gets it.'}
        </p>
        {editable && !fallback && (
          <Button small onPress={() => edit({ do: 'rule.add', action })}>
            Say whom it is for
          </Button>
        )}
      </div>
    );
  }
  return (
    <>
      {STAGES.map(({ id, count, words }) => (
        <RuleCondition
          key={id}
          tag={id.toUpperCase()}
          words={words}
          place={`engagement/${action}/${id}`}
          condition={rule[id]}
          onChange={(condition) => edit({ do: 'rule.set', action, stage: id, condition })}
          end={
            counts && (
              <span className={behind ? 'num small behind' : 'num small'}>
                {integer(counts[count])} {count}
              </span>
            )
          }
        />
      ))}
    </>
  );
}
