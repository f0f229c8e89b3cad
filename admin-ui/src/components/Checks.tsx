import { Check } from 'lucide-react';
import { CheckboxGroup, FieldError, Label, Checkbox as RacCheckbox } from 'react-aria-components';
import type { Option } from './Select';
import './fields.css';

const Box = () => (
  <span className="check-box">
    <Check aria-hidden strokeWidth={3} />
  </span>
);

export function Checkbox({
  label,
  value,
  onChange,
}: {
  label: string;
  value: boolean;
  onChange: (v: boolean) => void;
}) {
  return (
    <RacCheckbox className="check" isSelected={value} onChange={onChange}>
      <Box />
      {label}
    </RacCheckbox>
  );
}

interface Props {
  label: string;
  name?: string;
  values: string[];
  onChange: (values: string[]) => void;
  options: (Option & { disabled?: boolean })[];
  required?: boolean;
  disabled?: boolean;
}

/** Any number of a few, all in sight. */
export function Checks({ label, name, values, onChange, options, required, disabled }: Props) {
  return (
    <CheckboxGroup
      className="field"
      value={values}
      onChange={onChange}
      isRequired={required ?? false}
      isDisabled={disabled ?? false}
      {...(name ? { name } : {})}
    >
      <Label className="field-label">{label}</Label>
      <div className="checks">
        {options.map((o) => (
          <RacCheckbox key={o.id} value={o.id} className="check" isDisabled={o.disabled ?? false}>
            <Box />
            {o.hint ? (
              <span>
                {o.label}
                <small className="check-hint">{o.hint}</small>
              </span>
            ) : (
              o.label
            )}
          </RacCheckbox>
        ))}
      </div>
      <FieldError className="field-error" />
    </CheckboxGroup>
  );
}
