import { Copy, Trash2 } from 'lucide-react';
import { Badge } from '@/components/Badge';
import { Button, IconButton } from '@/components/Button';
import { TextField } from '@/components/Fields';
import type { ActionRule } from '@/lib/api/types/drafts';
import { useDocument, useEdit, useOpenDraft } from '@/lib/draft/DraftContext';
import { ActionFields } from './ActionFields';
import { ActionStages } from './ActionStages';
import { RuleDrl } from './RuleDrl';
import type { ActionActs } from './useActionActs';

/** One action: what it is, what it is worth, and whom it is for. */
export function ActionEditor({ action, acts }: { action: ActionRule; acts: ActionActs }) {
  const { editable } = useOpenDraft();
  const edit = useEdit();
  const fallback = useDocument((d) => d.actions.fallback === action.id);
  const { id, name } = action;
  const set = (to: Partial<ActionRule>) => edit({ do: 'action.set', id, set: to });
  return (
    <section className="card rule-editor" aria-label={`Action ${name}`}>
      <div className="rule-head">
        <TextField
          label="Name"
          hideLabel
          className="rule-title"
          value={name}
          onChange={(to) => set({ name: to })}
          disabled={!editable}
          problem={name.trim() === '' ? 'An action needs a name.' : undefined}
        />
        {editable && (
          <span className="row">
            <IconButton
              label={`Duplicate ${name}`}
              icon={<Copy aria-hidden />}
              onPress={() => acts.duplicate(action)}
            />
            <IconButton
              label={`Delete ${name}`}
              icon={<Trash2 aria-hidden />}
              onPress={() => acts.remove(action)}
            />
          </span>
        )}
      </div>
      <ActionStages action={id} fallback={fallback} />
      <ActionFields action={action} set={set} />
      <div className="row row-wrap">
        {fallback ? (
          <Badge tone="accent">Fallback: recommended when no other action is left</Badge>
        ) : (
          editable && (
            <Button small onPress={() => edit({ do: 'action.fallback', id })}>
              Make it the fallback
            </Button>
          )
        )}
        <span className="muted small row-end">
          Id in files <code>{id}</code>
        </span>
      </div>
      {!fallback && <RuleDrl rule={id} />}
    </section>
  );
}
