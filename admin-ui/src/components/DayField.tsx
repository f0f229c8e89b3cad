import { useId } from 'react';
import { cx } from '@/lib/cx';
import './fields.css';

interface Props {
  label: string;
  /** "2026-03-03"; empty for no day. */
  value: string;
  onChange: (day: string) => void;
  latest?: string;
  className?: string;
}

/** One day, typed or picked in the browser's own calendar. */
export function DayField({ label, value, onChange, latest, className }: Props) {
  const id = useId();
  return (
    <div className={cx('field', className)}>
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <input
        id={id}
        type="date"
        className="input num"
        value={value}
        max={latest}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
