import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { NamedColor } from '@/lib/segments';
import { Dot } from './SegmentTag';
import './choice.css';

interface Props {
  label: string;
  options: NamedColor[];
  /** Name of the chosen one; empty for none. */
  value: string;
  onChange: (name: string) => void;
}

/** A filter by one of several named, coloured groups; the chosen chip pressed again clears it. */
export function Chips({ label, options, value, onChange }: Props) {
  return (
    <ToggleButtonGroup
      className="chips"
      aria-label={label}
      selectedKeys={value ? [value] : []}
      onSelectionChange={(keys) => onChange(String([...keys][0] ?? ''))}
    >
      {options.map((o) => (
        <ToggleButton key={o.name} id={o.name} className="chip">
          <Dot color={o.color} />
          {o.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
