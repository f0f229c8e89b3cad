import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Notice, Refusal } from '@/components/Notice';
import { Select } from '@/components/Select';
import { useSchema } from '@/lib/api/schema';
import { useStartImport } from '@/lib/api/startImport';
import type { ImportTable, UploadedFile } from '@/lib/api/types/imports';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { ColumnTable } from './ColumnTable';
import { DECIMALS, DELIMITERS, encodings, type Settings, toRequest } from './settings';
import { type Target, targetsOf } from './targets';

interface Props {
  file: UploadedFile;
  settings: Settings;
  onChange: (settings: Settings) => void;
  onBack: () => void;
  onChecked: (jobId: string) => void;
}

/** What was recognised in the file, each part open to correction. */
export function MappingStep({ file, settings, onChange, onBack, onChecked }: Props) {
  const { bytes } = useFormats();
  const schema = useSchema().data;
  const start = useStartImport();
  const set = (to: Partial<Settings>) => onChange({ ...settings, ...to });
  const targets = schema ? targetsOf(schema, settings.table) : [];
  const missing = missingTargets(targets, settings.mapping);
  const check = () =>
    start.mutate(toRequest(file, settings, true), { onSuccess: (job) => onChecked(job.id) });
  return (
    <div className="stack">
      <Card title={file.fileName} sub={`${bytes(file.sizeBytes)}, as recognised; correct what is wrong`}>
        <div className="form">
          <div className="form-row">
            <Select
              label="Table"
              value={settings.table}
              onChange={(table) => set({ table: table as ImportTable })}
              options={[
                { id: 'customers', label: 'Customers' },
                { id: 'transactions', label: 'Transactions' },
                { id: 'contacts', label: 'Contacts' },
              ]}
            />
            <Select
              label="Delimiter"
              value={settings.delimiter}
              onChange={(delimiter) => set({ delimiter })}
              options={DELIMITERS}
            />
            <Select
              label="Decimal separator"
              value={settings.decimalSeparator}
              onChange={(decimalSeparator) => set({ decimalSeparator })}
              options={DECIMALS}
            />
            <Select
              label="Encoding"
              value={settings.encoding}
              onChange={(encoding) => set({ encoding })}
              options={encodings(file.detected.encoding)}
            />
          </div>
          {file.detected.notices.map((notice) => (
            <Notice key={notice}>{notice}</Notice>
          ))}
        </div>
      </Card>
      <Card title="Columns" sub="Which attribute each column of the file fills" flush>
        <ColumnTable
          detected={file.detected}
          targets={targets}
          mapping={settings.mapping}
          onChange={(mapping) => set({ mapping })}
        />
      </Card>
      {missing.length > 0 && (
        <Notice tone="warn">
          Required but not in the file: {missing.map((t) => t.label).join(', ')}. Every row would be refused
          without {plural(missing.length, 'it', 'them')}.
        </Notice>
      )}
      <Refusal error={start.error} />
      <div className="form-end">
        <Button onPress={onBack}>Another file</Button>
        <Button kind="primary" onPress={check} isPending={start.isPending}>
          Check every row
        </Button>
      </div>
    </div>
  );
}

function missingTargets(targets: Target[], mapping: Settings['mapping']): Target[] {
  const filled = new Set(Object.values(mapping));
  return targets.filter((t) => t.required && !filled.has(t.name));
}
