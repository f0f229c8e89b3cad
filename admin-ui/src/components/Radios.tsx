import { Label, Radio, RadioGroup } from 'react-aria-components';
import './fields.css';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: { id: string; label: string; hint?: string; disabled?: boolean }[];
}

/** One of a few, all in sight, with a word on each. */
export function Radios({ label, value, onChange, options }: Props) {
  return (
    <RadioGroup className="field" value={value} onChange={onChange}>
      <Label className="field-label">{label}</Label>
      <div className="checks checks-below">
        {options.map((o) => (
          <Radio key={o.id} value={o.id} className="check" isDisabled={o.disabled ?? false}>
            <span className="check-box radio-box" aria-hidden />
            <span>
              {o.label}
              {o.hint && <small className="check-hint">{o.hint}</small>}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
