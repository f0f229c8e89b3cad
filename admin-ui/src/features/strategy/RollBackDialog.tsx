import { ReasonDialog } from '@/components/ReasonDialog';
import { toast } from '@/components/toast';
import { useRollBack } from '@/lib/api/rollBack';
import type { Publication } from '@/lib/api/types/drafts';

interface Props {
  /** What shall be live again; null = nothing is asked. */
  publication: Publication | null;
  /** The version that is live now. */
  live: number;
  /** Whether a challenger is tried beside it. */
  challenged: boolean;
  onClose: () => void;
}

/** Makes a past strategy the live one again, with a reason of its own. */
export function RollBackDialog({ publication, live, challenged, onClose }: Props) {
  const rollBack = useRollBack();
  const close = () => {
    rollBack.reset();
    onClose();
  };
  const submit = (reason: string) => {
    if (!publication) return;
    rollBack.mutate(
      { hash: publication.strategy.value, reason, expectedVersion: live },
      {
        onSuccess: ({ version }) => {
          toast(`Version ${publication.version} is live again, as version ${version}.`);
          close();
        },
      },
    );
  };
  return (
    <ReasonDialog
      title={`Roll back to version ${publication?.version ?? ''}`}
      open={publication !== null}
      onClose={close}
      submit="Roll back"
      hint="The audit log and the history of the strategy keep it."
      onSubmit={submit}
      pending={rollBack.isPending}
      error={rollBack.error}
    >
      Version {publication?.version} replaces version {live} at once, for every customer.
      {challenged && ' That ends the challenger, too.'}
    </ReasonDialog>
  );
}
