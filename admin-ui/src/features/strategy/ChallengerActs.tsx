import { Crown, Percent, Swords } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ReasonDialog } from '@/components/ReasonDialog';
import { toast } from '@/components/toast';
import { useEndChallenger } from '@/lib/api/challenger';
import type { Arm } from '@/lib/api/types/strategy';
import { useShareText } from '@/lib/useShareText';
import { ShareDialog } from './ShareDialog';

interface Props {
  /** The version that is live. */
  version: number;
  share: number;
}

/** More or fewer customers for the challenger, or the end of the comparison. */
export function ChallengerActs({ version, share }: Props) {
  const [sharing, setSharing] = useState(false);
  const [kept, setKept] = useState<Arm | null>(null);
  return (
    <span className="row row-wrap">
      <Button onPress={() => setSharing(true)}>
        <Percent aria-hidden />
        Change share…
      </Button>
      <Button onPress={() => setKept('CHAMPION')}>
        <Crown aria-hidden />
        Keep champion…
      </Button>
      <Button kind="primary" onPress={() => setKept('CHALLENGER')}>
        <Swords aria-hidden />
        Keep challenger…
      </Button>
      <ShareDialog open={sharing} onClose={() => setSharing(false)} version={version} share={share} />
      <EndDialog kept={kept} onClose={() => setKept(null)} version={version} share={share} />
    </span>
  );
}

function EndDialog({ kept, onClose, version, share }: Props & { kept: Arm | null; onClose: () => void }) {
  const end = useEndChallenger();
  const shareText = useShareText();
  const name = kept === 'CHALLENGER' ? 'challenger' : 'champion';
  const close = () => {
    end.reset();
    onClose();
  };
  const submit = (reason: string) => {
    if (!kept) return;
    end.mutate(
      { kept, reason, expectedVersion: version },
      {
        onSuccess: (publication) => {
          toast(`The ${name} decides for everybody, as version ${publication.version}.`);
          close();
        },
      },
    );
  };
  return (
    <ReasonDialog
      title={`Keep the ${name}`}
      open={kept !== null}
      onClose={close}
      submit={`Keep ${name}`}
      hint="The audit log and the history of the strategy keep it."
      onSubmit={submit}
      pending={end.isPending}
      error={end.error}
    >
      {kept === 'CHALLENGER'
        ? `The challenger decides for everybody at once, and is the champion from then on: ${shareText(1 - share)} of the customers change to it.`
        : `The champion decides for everybody at once: the challenger’s ${shareText(share)} of the customers come back to it.`}
    </ReasonDialog>
  );
}
