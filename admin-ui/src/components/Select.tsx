import { Check, ChevronDown } from 'lucide-react';
import {
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Button as RacButton,
  Select as RacSelect,
  SelectValue,
  Text,
} from 'react-aria-components';
import { cx } from '@/lib/cx';
import './fields.css';

export interface Option {
  id: string;
  label: string;
  hint?: string;
}

interface Props {
  label: string;
  /** What a refusal of the server calls it. */
  name?: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  options: Option[];
  hideLabel?: boolean;
  placeholder?: string;
  className?: string;
  disabled?: boolean;
}

/** One of many. */
export function Select({
  label,
  name,
  hint,
  value,
  onChange,
  options,
  hideLabel,
  placeholder,
  className,
  disabled,
}: Props) {
  return (
    <RacSelect
      className={cx('field', className)}
      value={value || null}
      onChange={(key) => onChange(String(key ?? ''))}
      placeholder={placeholder ?? 'Choose…'}
      isDisabled={disabled ?? false}
      {...(name ? { name } : {})}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {!hideLabel && <Label className="field-label">{label}</Label>}
      <RacButton className="select">
        <SelectValue className="select-value">
          {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
        </SelectValue>
        <ChevronDown aria-hidden />
      </RacButton>
      <Below hint={hint} />
      <Popover className="popover" offset={5}>
        <ListBox items={options}>
          {(o) => (
            <ListBoxItem id={o.id} textValue={o.label} className="option">
              {o.label}
              {o.hint && <small>{o.hint}</small>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </RacSelect>
  );
}

const Below = ({ hint }: { hint: string | undefined }) => (
  <>
    {hint && (
      <Text slot="description" className="field-hint">
        {hint}
      </Text>
    )}
    <FieldError className="field-error" />
  </>
);

interface ManyProps extends Omit<Props, 'value' | 'onChange'> {
  values: string[];
  onChange: (values: string[]) => void;
}

/** Some of many. */
export function SelectMany({
  label,
  name,
  hint,
  values,
  onChange,
  options,
  hideLabel,
  placeholder,
  className,
}: ManyProps) {
  const text = values.map((v) => options.find((o) => o.id === v)?.label ?? v).join(', ');
  return (
    <RacSelect
      className={cx('field', className)}
      selectionMode="multiple"
      value={values}
      onChange={(keys) => onChange([...keys].map(String))}
      {...(name ? { name } : {})}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {!hideLabel && <Label className="field-label">{label}</Label>}
      <RacButton className="select">
        <SelectValue className="select-value">{() => text || (placeholder ?? 'Choose…')}</SelectValue>
        <ChevronDown aria-hidden />
      </RacButton>
      <Below hint={hint} />
      <Popover className="popover" offset={5}>
        <ListBox items={options}>
          {(o) => (
            <ListBoxItem id={o.id} textValue={o.label} className="option">
              {({ isSelected }) => (
                <>
                  <Check aria-hidden style={{ visibility: isSelected ? 'visible' : 'hidden' }} />
                  {o.label}
                  {o.hint && <small>{o.hint}</small>}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </RacSelect>
  );
}
