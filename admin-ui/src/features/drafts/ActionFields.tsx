import { NumberField, TextField } from '@/components/Fields';
import { Select } from '@/components/Select';
import type { ActionRule } from '@/lib/api/types/drafts';
import { useDocument, useOpenDraft } from '@/lib/draft/DraftContext';
import { written } from '@/lib/draft/edit';
import { useFormats } from '@/lib/SessionContext';
import { AmountField } from './AmountField';

const KINDS = [
  { id: 'OFFER', label: 'Offer', hint: 'sells something' },
  { id: 'RETENTION', label: 'Retention', hint: 'keeps the customer' },
  { id: 'SERVICE', label: 'Service', hint: 'helps; also in the holdout' },
];

interface Props {
  action: ActionRule;
  set: (to: Partial<ActionRule>) => void;
}

/** What the catalogue says about an action. */
export function ActionFields({ action, set }: Props) {
  const { editable } = useOpenDraft();
  const { currency } = useFormats();
  const channels = useDocument((d) => d.actions.channels);
  const disabled = !editable;
  const money: Intl.NumberFormatOptions = { style: 'currency', currency, minimumFractionDigits: 0 };
  return (
    <div className="rule-then">
      <TextField
        label="Description"
        value={action.description}
        onChange={(description) => set({ description })}
        disabled={disabled}
        hint="One sentence the agent can say or the campaign sends"
      />
      <div className="rule-fields rule-fields-3">
        <Select
          label="Kind"
          value={action.kind}
          onChange={(kind) => set({ kind })}
          options={KINDS}
          disabled={disabled}
        />
        <Select
          label="Channel"
          value={action.channel}
          onChange={(channel) => set({ channel })}
          options={channels.map((c) => ({ id: c.id, label: c.label }))}
          disabled={disabled}
        />
        <Limited
          label="Priority, 1 is ranked first"
          value={action.priority}
          onChange={(priority) => set({ priority })}
          atLeast={1}
          disabled={disabled}
        />
        <Limited
          label="Cost of one contact"
          value={action.cost}
          onChange={(cost) => set({ cost })}
          atLeast={0}
          format={money}
          disabled={disabled}
        />
        <Limited
          label="Lever, 1 is none"
          value={action.lever}
          onChange={(lever) => set({ lever })}
          above={0}
          disabled={disabled}
        />
        <Limited
          label="Valid for days"
          value={action.validDays}
          onChange={(validDays) => set({ validDays })}
          atLeast={1}
          disabled={disabled}
        />
      </div>
      <AmountField
        label="Propensity"
        hint="the probability that the customer accepts"
        value={action.propensity}
        onChange={(propensity) => set({ propensity })}
        format={{ style: 'percent', maximumFractionDigits: 2 }}
      />
      <AmountField
        label="Value"
        hint="what an acceptance is worth"
        value={action.value}
        onChange={(value) => set({ value })}
        format={money}
      />
    </div>
  );
}

interface NumberProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
  atLeast?: number;
  above?: number;
  format?: Intl.NumberFormatOptions;
  disabled: boolean;
}

/** A number with its limits; one outside them is kept as typed and said to be wrong. */
function Limited({ atLeast, above, value, onChange, ...rest }: NumberProps) {
  const problem =
    typeof value !== 'number'
      ? 'A number is needed here.'
      : atLeast !== undefined && value < atLeast
        ? `It must be at least ${atLeast}.`
        : above !== undefined && value <= above
          ? `It must be more than ${above}.`
          : undefined;
  return (
    <NumberField
      live
      {...rest}
      value={typeof value === 'number' ? value : Number.NaN}
      onChange={(to) => onChange(written(to))}
      problem={problem}
    />
  );
}
