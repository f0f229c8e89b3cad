import {
  FieldError,
  Label,
  TextArea as RacTextArea,
  Text,
  TextField,
  type TextFieldProps,
} from 'react-aria-components';
import './fields.css';

interface Props {
  label: string;
  name?: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  autoFocus?: boolean;
  onKeyDown?: TextFieldProps['onKeyDown'];
}

/** A text of several lines. */
export function TextArea({ label, name, value, onChange, hint, autoFocus, onKeyDown }: Props) {
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      autoFocus={autoFocus ?? false}
      {...(name ? { name } : {})}
      {...(onKeyDown ? { onKeyDown } : {})}
    >
      <Label className="field-label">{label}</Label>
      <RacTextArea className="input input-lines" rows={3} />
      {hint && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error" />
    </TextField>
  );
}
