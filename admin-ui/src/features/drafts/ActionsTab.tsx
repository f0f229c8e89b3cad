import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { NameDialog } from '@/components/NameDialog';
import { EmptyState } from '@/components/States';
import { useDocument, useOpenDraft } from '@/lib/draft/DraftContext';
import { ActionEditor } from './ActionEditor';
import { ActionList } from './ActionList';
import { ActionRail } from './ActionRail';
import { useActionActs } from './useActionActs';
import { useOpenRule } from './useOpenRule';

/** The catalogue of actions, the one that is open with its conditions, and how many it suits. */
export function ActionsTab() {
  const { editable } = useOpenDraft();
  const actions = useDocument((d) => d.actions.actions);
  const [rule] = useOpenRule();
  const acts = useActionActs();
  const [naming, setNaming] = useState(false);
  const chosen = actions.find((a) => a.id === rule) ?? actions[0];
  const add = editable && (
    <Button small onPress={() => setNaming(true)}>
      <Plus aria-hidden />
      Action
    </Button>
  );
  if (!chosen) return <EmptyState title="The draft has no actions" action={add} />;
  return (
    <div className="draft-editor">
      <section className="card draft-list" aria-labelledby="catalogue">
        <div className="row row-between draft-list-head">
          <div>
            <h2 id="catalogue">Actions</h2>
            <p className="muted small">Number: customers it suits</p>
          </div>
          {add}
        </div>
        <ActionList actions={actions} chosen={chosen.id} acts={acts} />
      </section>
      <ActionEditor key={chosen.id} action={chosen} acts={acts} />
      <ActionRail action={chosen.id} />
      <NameDialog
        title="New action"
        submit="Add action"
        hint="Its id in files is made of it"
        open={naming}
        onClose={() => setNaming(false)}
        onName={acts.add}
      />
    </div>
  );
}
