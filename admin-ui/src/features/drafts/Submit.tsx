import { useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '@/components/Button';
import { Notice, Refusal } from '@/components/Notice';
import { TextArea } from '@/components/TextArea';
import { toast } from '@/components/toast';
import { useReviewDraft } from '@/lib/api/reviewDraft';
import type { DraftView } from '@/lib/api/types/drafts';
import { useOpenDraft, useSnapshot } from '@/lib/draft/DraftContext';
import { fieldErrors } from '@/lib/fieldErrors';
import { plural } from '@/lib/format';
import { useExamplesNow } from './useExamplesNow';

/** Why a draft cannot be sent yet, in the order in which one would solve it. */
function obstacles(
  { problems, changes, upToDate, simulation, strategyHash }: DraftView,
  saved: boolean,
  unmet: number,
): string[] {
  const found: string[] = [];
  if (!saved) found.push('It is not saved yet.');
  if (problems.length > 0) found.push('It has problems; they are listed above.');
  if (changes.length === 0) found.push('It changes nothing.');
  if (unmet > 0)
    found.push(
      `${unmet} ${plural(unmet, 'example')} ${unmet === 1 ? 'is' : 'are'} not met; see the tab Examples.`,
    );
  if (!upToDate) found.push('Another version went live since; take its changes in.');
  if (!simulation || simulation.strategyHash !== strategyHash)
    found.push('As it stands it was not simulated.');
  else if (!simulation.finished) found.push('The simulation is not finished.');
  else if (simulation.obstacle) found.push(simulation.obstacle);
  return found;
}

export function Submit() {
  const { view, editable } = useOpenDraft();
  const saved = useSnapshot((now) => now.saving.kind === 'saved');
  const [text, setText] = useState('');
  const submit = useReviewDraft(view.id, 'submission');
  const { data } = useExamplesNow();
  const unmet = (data?.examples ?? []).filter((e) => !e.met).length;
  const missing = obstacles(view, saved, unmet);
  if (!editable) return <Notice>A marketer or administrator sends it for review.</Notice>;
  return (
    <Form
      className="form"
      validationErrors={fieldErrors(submit.error)}
      onSubmit={(event) => {
        event.preventDefault();
        submit.mutate(
          { text, revision: view.revision },
          { onSuccess: () => toast('It is sent for review.') },
        );
      }}
    >
      {missing.length > 0 && (
        <Notice>
          Before it can be sent:
          <ul className="bullets">
            {missing.map((m) => (
              <li key={m}>{m}</li>
            ))}
          </ul>
        </Notice>
      )}
      <TextArea
        label="What it is for"
        name="text"
        value={text}
        onChange={setText}
        hint="The approver reads it beside the figures."
      />
      <Refusal error={submit.error} />
      <div className="form-end">
        <Button
          type="submit"
          kind="primary"
          isDisabled={missing.length > 0 || text.trim() === ''}
          isPending={submit.isPending}
        >
          Send for review
        </Button>
      </div>
    </Form>
  );
}
