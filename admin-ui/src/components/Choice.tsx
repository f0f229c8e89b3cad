import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import './choice.css';

interface Option<T extends string> {
  id: T;
  label: string;
}

interface Props<T extends string> {
  label: string;
  value: T;
  options: readonly Option<T>[];
  onChange: (value: T) => void;
}

/** One of a few, side by side. */
export function Choice<T extends string>({ label, value, options, onChange }: Props<T>) {
  return (
    <ToggleButtonGroup
      className="choice"
      aria-label={label}
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [key] = keys;
        if (key !== undefined) onChange(key as T);
      }}
    >
      {options.map((o) => (
        <ToggleButton key={o.id} id={o.id} className="choice-option">
          {o.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
