import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { DraftDocument } from '@/lib/api/types/drafts';
import type { Conflict, Side } from '@/lib/draft/merge';
import { FieldValue } from './FieldValue';
import { ModelName } from './ModelName';
import { placeWords } from './places';

interface Props {
  conflict: Conflict;
  /** Names what the place is about. */
  document: DraftDocument;
  whose: string;
  choice: Side | undefined;
  onChoose: (side: Side) => void;
}

/** One field as it was, as the other side has it and as it is here; one of the last two is chosen. */
export function ConflictChoice({ conflict, document, whose, choice, onChoose }: Props) {
  const { place, base, theirs, mine } = conflict;
  const show = (value: unknown) =>
    place.startsWith('models/') && typeof value === 'string' ? (
      <ModelName hash={value} />
    ) : (
      <FieldValue value={value} document={document} />
    );
  return (
    <RadioGroup className="conflict" value={choice ?? null} onChange={(to) => onChoose(to as Side)}>
      <Label className="conflict-place">{placeWords(place, document)}</Label>
      <div className="conflict-sides">
        <div className="conflict-side">
          <span className="muted small">Before</span>
          {show(base)}
        </div>
        <Radio value="theirs" className="conflict-side conflict-radio">
          <span className="small">
            <i className="radio-dot" aria-hidden /> {whose}
          </span>
          {show(theirs)}
        </Radio>
        <Radio value="mine" className="conflict-side conflict-radio">
          <span className="small">
            <i className="radio-dot" aria-hidden /> Mine
          </span>
          {show(mine)}
        </Radio>
      </div>
    </RadioGroup>
  );
}
