import { CloudAlert, CloudCheck } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { Button } from '@/components/Button';
import { ApiError } from '@/lib/api/request';
import type { DraftSession, Saving } from '@/lib/draft/session';
import type { Formats } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';

function words(saving: Saving, { when }: Formats): string {
  switch (saving.kind) {
    case 'saved':
      return `Saved ${when(saving.at)}`;
    case 'waiting':
      return 'Not saved yet';
    case 'saving':
      return 'Saving…';
    case 'offline':
      return 'Not saved: the server does not answer. Kept in this browser.';
    case 'outdated':
      return 'Not saved: somebody else saved in between.';
    case 'refused':
      return `Not saved: ${saving.error instanceof ApiError ? saving.error.message : 'the server refused it.'}`;
  }
}

/** Whether what is on the screen is on the server; says nothing it does not know. */
export function SaveState({ session }: { session: DraftSession }) {
  const formats = useFormats();
  const saving = useSyncExternalStore(session.subscribe, () => session.snapshot().saving);
  const trouble = saving.kind === 'offline' || saving.kind === 'outdated' || saving.kind === 'refused';
  const Icon = trouble ? CloudAlert : CloudCheck;
  return (
    <>
      <span role="status" className={trouble ? 'save-state save-trouble' : 'save-state'}>
        {(trouble || saving.kind === 'saved') && <Icon aria-hidden size={15} />}
        {words(saving, formats)}
      </span>
      {(saving.kind === 'offline' || saving.kind === 'refused') && (
        <Button small onPress={() => void session.save()}>
          Save again
        </Button>
      )}
    </>
  );
}
