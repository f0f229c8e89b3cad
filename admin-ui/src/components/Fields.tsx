import { useState } from 'react';
import {
  FieldError,
  Input,
  Label,
  NumberField as RacNumberField,
  TextField as RacTextField,
  Text,
  useLocale,
} from 'react-aria-components';
import { cx } from '@/lib/cx';
import { parseNumber } from '@/lib/parseNumber';
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
  /** Whether a change is told with every key, not only when the field is left or Enter pressed. */
  live?: boolean;
}

export function NumberField(props: NumberProps) {
  const { label, format, step, minimum, maximum, hideLabel, placeholder, className } = props;
  const { disabled, problem, live } = props;
  const { value, onChange, onTyped } = useTyped(props);
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
      <Input
        className="input num"
        {...(placeholder ? { placeholder } : {})}
        {...(live ? { onInput: (event) => onTyped(event.currentTarget.value) } : {})}
      />
      <FieldError className="field-error">{problem}</FieldError>
    </RacNumberField>
  );
}

/**
 * Tells a number while it is typed. The field itself goes on showing the one before until the typing ends: it would else
 * write the number its own way under the fingers.
 */
function useTyped({ value, onChange, format, minimum, maximum }: NumberProps) {
  const { locale } = useLocale();
  const [typed, setTyped] = useState<{ before: number; told: number } | null>(null);
  const typing = typed !== null && Object.is(typed.told, value);
  const before = typing ? typed.before : value;
  return {
    value: before,
    onChange: (to: number) => {
      setTyped(null);
      onChange(to);
    },
    onTyped: (text: string) => {
      const told = parseNumber(text, locale, format);
      if (told === null || told < (minimum ?? told) || told > (maximum ?? told) || told === value) return;
      setTyped({ before, told });
      onChange(told);
    },
  };
}
