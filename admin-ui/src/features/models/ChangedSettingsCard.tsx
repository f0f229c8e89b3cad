import { Card } from '@/components/Card';
import { Table } from '@/components/Table';
import type { Model } from '@/lib/api/types/models';
import { DASH } from '@/lib/format';
import { useNamedText } from '@/lib/useNamedText';
import { labelsOf, tableOf, versionName } from './evidence';
import { choiceName, settingName } from './trainingSettings';

export const CHANGED_SETTINGS = 'changedSettings';

/** "false instead of true" as "No instead of yes". */
function inWords(change: string, named: (text: string) => string): string {
  const [now = '', before] = change.split(' instead of ');
  const value = choiceName(named(now));
  return before === undefined ? value : `${value} instead of ${beforeInWords(named(before))}`;
}

const beforeInWords = (value: string) => {
  const name = choiceName(value);
  return name === 'SMOTE' || name === value ? name : name.toLowerCase();
};

/** What was set for the training of a version instead of its recipe; nothing when nothing was. */
export function ChangedSettingsCard({ models }: { models: Model[] }) {
  const tables = models.map((m) => tableOf(m, CHANGED_SETTINGS));
  const names = labelsOf(tables);
  const named = useNamedText();
  if (names.length === 0) return null;
  return (
    <Card
      title="Settings changed for this training"
      sub="Instead of those of the recipe; all that were used stand under Making"
      flush
    >
      <Table
        label="Changed settings"
        rows={names}
        rowKey={(name) => name}
        columns={[
          { id: 'name', header: 'Setting', cell: (name) => settingName(name) },
          ...models.map((model, i) => ({
            id: model.hash,
            header: models.length > 1 ? versionName(model) : 'Set to',
            cell: (name: string) =>
              inWords(tables[i]?.rows.find((row) => row.label === name)?.verdict ?? '', named) || DASH,
          })),
        ]}
      />
    </Card>
  );
}
