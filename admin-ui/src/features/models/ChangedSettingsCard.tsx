import { Card } from '@/components/Card';
import { Table } from '@/components/Table';
import type { Model } from '@/lib/api/types/models';
import { DASH } from '@/lib/format';
import { labelsOf, tableOf, versionName } from './evidence';
import { settingName } from './trainingSettings';

export const CHANGED_SETTINGS = 'changedSettings';

/** What was set for the training of a version instead of its recipe; nothing when nothing was. */
export function ChangedSettingsCard({ models }: { models: Model[] }) {
  const tables = models.map((m) => tableOf(m, CHANGED_SETTINGS));
  const names = labelsOf(tables);
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
            cell: (name: string) => tables[i]?.rows.find((row) => row.label === name)?.verdict || DASH,
          })),
        ]}
      />
    </Card>
  );
}
