import { useState } from 'react';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import type { TrainerSettings } from '@/lib/api/types/models';
import { plural } from '@/lib/format';
import { SettingField } from './SettingField';
import { trainerName } from './trainerNames';
import { type ChangedSettings, changesOf, withChange, withoutChanges } from './trainingSettings';

interface Props {
  /** What the fields are called by a refusal of the server. */
  path: string;
  score: string;
  /** Of the score. */
  label: string;
  trainer: TrainerSettings;
  changed: ChangedSettings;
  onChange: (changed: ChangedSettings) => void;
  /** What the server refused, by field. */
  refused: Record<string, string[]>;
}

/** What can be set of one trainer for one training; folded away until it is wanted or refused. */
export function TrainerSettingsFields({ path, score, label, trainer, changed, onChange, refused }: Props) {
  const [open, setOpen] = useState(false);
  const changes = changesOf(changed, score, trainer.trainer);
  const count = Object.keys(changes).length;
  const wrong = Object.keys(refused).some((field) => field === path || field.startsWith(`${path}.`));
  return (
    <details
      className="model-details"
      open={open || wrong}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {label}: settings of {trainerName(trainer.trainer)}
        {count > 0 && `, ${count} ${plural(count, 'change')}`}
      </summary>
      <div className="form">
        {refused[path]?.map((text) => (
          <Notice key={text} tone="bad">
            {text}
          </Notice>
        ))}
        <div className="form-row model-settings">
          {trainer.settings.map((setting) => (
            <SettingField
              key={setting.name}
              setting={setting}
              name={`${path}.${setting.name}`}
              value={changes[setting.name] ?? setting.value}
              features={trainer.features}
              onChange={(value) => onChange(withChange(changed, score, trainer.trainer, setting, value))}
            />
          ))}
        </div>
        {count > 0 && (
          <div>
            <Button small onPress={() => onChange(withoutChanges(changed, score, trainer.trainer))}>
              Back to the recipe
            </Button>
          </div>
        )}
      </div>
    </details>
  );
}
