import { useState } from 'react';
import { TextField } from '@/components/Fields';
import { useOpenDraft } from '@/lib/draft/DraftContext';
import { unprovenOf, whyUnproven } from '@/lib/promotion';

/** Why models of the draft decide although they have not won; nothing is asked when all have. */
export function useOverride() {
  const { view } = useOpenDraft();
  const [first] = unprovenOf(view.models);
  const [text, setText] = useState('');
  const ready = !first || text.trim() !== '';
  return { first, text, setText, ready, body: first ? { overrideReason: text } : {} };
}

export function OverrideField({ override }: { override: ReturnType<typeof useOverride> }) {
  const { first, text, setText } = override;
  if (!first) return null;
  return (
    <TextField
      label="Why with this model all the same"
      name="overrideReason"
      value={text}
      onChange={setText}
      required
      hint={`Version ${first.version} of ${first.label} ${whyUnproven(first)}. The audit log keeps your reason.`}
    />
  );
}
