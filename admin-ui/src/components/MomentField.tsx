import { useId } from 'react';
import './fields.css';

interface Props {
  label: string;
  /** "2026-03-03T06:00", in the time of this browser; empty for none. */
  value: string;
  onChange: (moment: string) => void;
  earliest?: string;
  hint?: string;
}

/** A day and a time, typed or picked in the browser's own calendar. */
export function MomentField({ label, value, onChange, earliest, hint }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <input
        id={id}
        type="datetime-local"
        className="input num"
        value={value}
        min={earliest}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint && (
        <span id={`${id}-hint`} className="field-hint">
          {hint}
        </span>
      )}
    </div>
  );
}
