import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Loaded } from '@/components/Loaded';
import { toast } from '@/components/toast';
import { useOpenDraft, useSnapshot } from '@/lib/draft/DraftContext';
import { merged, type Side } from '@/lib/draft/merge';
import { plural } from '@/lib/format';
import { ConflictChoice } from './ConflictChoice';
import { type Sides, useThreeSides } from './useThreeSides';

interface Props {
  /** The draft as somebody else saved it in between, or the strategy that is live by now. */
  with: 'newest' | 'live';
  onDone?: () => void;
}

/** Joins two people's changes: what only one of them changed is taken, where both did one chooses. */
export function Merge({ with: side, onDone }: Props) {
  const sides = useThreeSides(side);
  return (
    <div className="draft-notice">
      <Loaded query={sides} height={240} label="Comparing">
        {(found) => <Joined sides={found} onDone={onDone} />}
      </Loaded>
    </div>
  );
}

function Joined({ sides, onDone }: { sides: Sides; onDone: Props['onDone'] }) {
  const { session } = useOpenDraft();
  const mine = useSnapshot((now) => now.history.content.document);
  const [choices, setChoices] = useState<Record<string, Side>>({});
  const { base, theirs, whose, next, revision } = sides;
  const { document, conflicts } = useMemo(
    () => merged(base, theirs, mine, choices),
    [base, theirs, mine, choices],
  );
  const save = async (said: string) => {
    await session.resolve({ ...next, document }, revision);
    toast(said);
    onDone?.();
  };
  // Nothing was changed on both sides: there is nothing to ask.
  const asked = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it happens once, when the sides are known
  useEffect(() => {
    if (conflicts.length > 0 || asked.current) return;
    asked.current = true;
    void save(`Joined with: ${whose}. Nothing was changed on both sides.`);
  }, [conflicts.length]);
  if (conflicts.length === 0) return null;
  const left = conflicts.filter((c) => !choices[c.place]).length;
  const all = (to: Side) => setChoices(Object.fromEntries(conflicts.map((c) => [c.place, to])));
  return (
    <Card
      title={`${conflicts.length} ${plural(conflicts.length, 'field was', 'fields were')} changed on both sides`}
      sub="Everything else is joined. Choose what holds; your own text stays in the undo history."
      end={
        <>
          <Button small onPress={() => all('theirs')}>
            All of theirs
          </Button>
          <Button small onPress={() => all('mine')}>
            All of mine
          </Button>
        </>
      }
    >
      <div className="stack">
        {conflicts.map((conflict) => (
          <ConflictChoice
            key={conflict.place}
            conflict={conflict}
            document={document}
            whose={whose}
            choice={choices[conflict.place]}
            onChoose={(to) => setChoices({ ...choices, [conflict.place]: to })}
          />
        ))}
        <div className="form-end">
          {onDone && <Button onPress={onDone}>Not now</Button>}
          <Button
            kind="primary"
            isDisabled={left > 0}
            onPress={() => void save('The joined draft is saved.')}
          >
            {left > 0 ? `${left} still to choose` : 'Save the joined draft'}
          </Button>
        </div>
      </div>
    </Card>
  );
}
