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
        <input
          id={id}
          type="color"
          className="color-input"
          value={color || '#707a90'}
          onChange={(event) => onChange(event.target.value)}
          disabled={disabled}
        />
        <Dot color={shown} />
        {color ? (
          !disabled && (
            <Button small kind="ghost" onPress={() => onChange('')}>
              Use the colour of its place
            </Button>
          )
        ) : (
          <span className="muted small">that of its place</span>
        )}
      </div>
    </div>
  );
}
