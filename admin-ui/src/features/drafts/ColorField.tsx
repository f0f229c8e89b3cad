import { useId } from 'react';
import { Button } from '@/components/Button';
import { Dot } from '@/components/SegmentTag';
import { useSegments } from '@/lib/useSegments';

interface Props {
  segment: string;
  /** As #rrggbb; empty = the hue of its place. */
  color: string;
  onChange: (color: string) => void;
  disabled: boolean;
}

const FIRST_CHOICE = '#2e6be0';

/** Any colour for a segment, or the one its place gives it. */
export function ColorField({ segment, color, onChange, disabled }: Props) {
  const id = useId();
  const shown = useSegments().of(segment).color;
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        Colour
      </label>
      <div className="row">
        {color ? (
          <input
            id={id}
            type="color"
            className="color-input"
            value={color}
            onChange={(event) => onChange(event.target.value)}
            disabled={disabled}
          />
        ) : (
          <Button id={id} small onPress={() => onChange(FIRST_CHOICE)} isDisabled={disabled}>
            <Dot color={shown} />
            Choose
          </Button>
        )}
        {color ? (
          !disabled && (
            <Button small kind="ghost" onPress={() => onChange('')}>
              Use its place’s
            </Button>
          )
        ) : (
          <span className="muted small">that of its place</span>
        )}
      </div>
    </div>
  );
}
