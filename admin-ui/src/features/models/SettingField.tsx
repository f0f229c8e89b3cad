import { TextField } from '@/components/Fields';
import { Select, SelectMany } from '@/components/Select';
import type { AdjustableSetting } from '@/lib/api/types/models';
import { choiceName, settingName } from './trainingSettings';
import { useInputLabel } from './useInputLabel';

interface Props {
  setting: AdjustableSetting;
  /** What a refusal of the server calls it. */
  name: string;
  value: string;
  /** The candidates of the training. */
  features: string[];
  onChange: (value: string) => void;
}

/** One setting of a trainer, by its kind: a number with its range, one of a few, or some of the features. */
export function SettingField({ setting, name, value, features, onChange }: Props) {
  const label = useInputLabel();
  const { kind, choices, description, lowest, highest } = setting;
  const changed = value === setting.value ? '' : ` The recipe has ${shown(setting, label)}.`;
  const common = { label: settingName(setting.name), name };
  if (kind === 'FEATURES') {
    return (
      <SelectMany
        {...common}
        hint={description + changed}
        values={value ? value.split(',').map((one) => one.trim()) : []}
        onChange={(chosen) => onChange(features.filter((one) => chosen.includes(one)).join(','))}
        options={features.map((id) => ({ id, label: label(id) }))}
        placeholder="None"
      />
    );
  }
  if (choices.length > 0) {
    return (
      <Select
        {...common}
        hint={description + changed}
        value={value}
        onChange={onChange}
        options={choices.map((id) => ({ id, label: choiceName(id) }))}
      />
    );
  }
  return (
    <TextField
      {...common}
      hint={`${description} From ${lowest} to ${highest}.${changed}`}
      value={value}
      onChange={onChange}
      required
    />
  );
}

function shown({ kind, value, choices }: AdjustableSetting, label: (name: string) => string): string {
  if (value === '') return 'none';
  if (kind === 'FEATURES') return value.split(',').map(label).join(', ');
  return choices.length > 0 ? choiceName(value).toLowerCase() : value;
}
