import { useState } from 'react';
import { ChallengerShareField } from '@/components/ChallengerShareField';
import { Choice } from '@/components/Choice';
import { useLiveStrategy } from '@/lib/api/strategy';
import { useOpenDraft } from '@/lib/draft/DraftContext';
import { useFormats } from '@/lib/SessionContext';
import { useShareText } from '@/lib/useShareText';

const WHOM = [
  { id: 'EVERYBODY', label: 'Everybody' },
  { id: 'SHARE', label: 'A share of the customers' },
] as const;

type Whom = (typeof WHOM)[number]['id'];

/** Whether an approved draft is for everybody or is tried on a share of the customers. */
export function useWhom() {
  const [whom, setWhom] = useState<Whom>('EVERYBODY');
  const [share, setShare] = useState(0.1);
  const tried = whom === 'SHARE';
  const ready = !tried || !Number.isNaN(share);
  return { whom, setWhom, share, setShare, tried, ready, body: tried ? { share } : {} };
}

interface Props {
  whom: ReturnType<typeof useWhom>;
  problem: string | undefined;
}

export function WhomFields({ whom: { whom, setWhom, share, setShare, tried }, problem }: Props) {
  const { view } = useOpenDraft();
  if (view.models.length > 0) {
    return (
      <p>It is for everybody: customers have one score each, so models are not tried on a share of them.</p>
    );
  }
  return (
    <>
      <Choice label="Publish to" value={whom} options={WHOM} onChange={setWhom} />
      {tried && <ChallengerShareField value={share} onChange={setShare} problem={problem} />}
    </>
  );
}

/** Who is chosen is a matter of a hash of their ids, so how many is said as what is expected. */
export function ToShare({ share }: { share: number }) {
  const { integer } = useFormats();
  const shareText = useShareText();
  const customers = useLiveStrategy().data?.customers;
  if (Number.isNaN(share)) return <p>Say which share of the customers it is tried on.</p>;
  return (
    <p>
      It becomes the challenger:{' '}
      {typeof customers === 'number' && (
        <>
          about {integer(Math.round(share * customers))} of {integer(customers)} customers
        </>
      )}
      {typeof customers !== 'number' && <>{shareText(share)} of the customers</>}, chosen by a hash of their
      ids, are decided by it, always the same ones. Everybody else stays with what is live. The page Strategy
      compares both.
    </p>
  );
}
