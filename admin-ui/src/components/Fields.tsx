import {
  FieldError,
  Input,
  Label,
  NumberField as RacNumberField,
  TextField as RacTextField,
  Text,
} from 'react-aria-components';
import { cx } from '@/lib/cx';
import './fields.css';

interface TextProps {
  label: string;
  name?: string;
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'password';
  hint?: string;
  hideLabel?: boolean;
  required?: boolean;
  autoFocus?: boolean;
  autoComplete?: string;
  placeholder?: string;
  disabled?: boolean;
  minLength?: number;
  className?: string;
  /** What is wrong with it now; the server's refusals come through the form around it. */
  problem?: string | undefined;
}

export function TextField({
  label,
  hint,
  hideLabel,
  required,
  disabled,
  placeholder,
  className,
  problem,
  ...rest
}: TextProps) {
  return (
    <RacTextField
      {...rest}
      className={cx('field', className)}
      isRequired={required ?? false}
      isDisabled={disabled ?? false}
      {...(problem ? { isInvalid: true } : {})}
    >
      <Label className={hideLabel ? 'sr' : 'field-label'}>{label}</Label>
      <Input className="input" {...(placeholder ? { placeholder } : {})} />
      {hint && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{problem}</FieldError>
    </RacTextField>
  );
}

interface NumberProps {
  label: string;
  /** NaN shows an empty field. */
  value: number;
  onChange: (value: number) => void;
  format?: Intl.NumberFormatOptions;
  step?: number;
  minimum?: number;
  maximum?: number;
  hideLabel?: boolean;
  placeholder?: string;
  className?: string;
  disabled?: boolean;
  problem?: string | undefined;
}

export function NumberField({
  label,
  value,
  onChange,
  format,
  step,
  minimum,
  maximum,
  hideLabel,
  placeholder,
  className,
  disabled,
  problem,
}: NumberProps) {
  return (
    <RacNumberField
      className={cx('field', className)}
      value={value}
      onChange={onChange}
      {...(hideLabel ? { 'aria-label': label } : {})}
      {...(format ? { formatOptions: format } : {})}
      {...(step === undefined ? {} : { step })}
      {...(minimum === undefined ? {} : { minValue: minimum })}
      {...(maximum === undefined ? {} : { maxValue: maximum })}
      isDisabled={disabled ?? false}
      {...(problem ? { isInvalid: true } : {})}
    >
      {!hideLabel && <Label className="field-label">{label}</Label>}
      <Input className="input num" {...(placeholder ? { placeholder } : {})} />
      <FieldError className="field-error">{problem}</FieldError>
    </RacNumberField>
  );
}
