import { FileDown, FileUp, Trash2 } from 'lucide-react';
import { memo, useState } from 'react';
import { Button, IconButton } from '@/components/Button';
import { TextField } from '@/components/Fields';
import { Select } from '@/components/Select';
import { toast } from '@/components/toast';
import { fetchTableWorkbook } from '@/lib/api/tableWorkbook';
import type { DecisionTable } from '@/lib/api/types/tables';
import { download } from '@/lib/download';
import { useEdit, useOpenDraft } from '@/lib/draft/DraftContext';
import { POLICIES, policyOf } from './policies';
import { UploadWorkbook } from './UploadWorkbook';

/** What a table is called, which of its rows count, and the table as a workbook. */
export const TableHead = memo(function TableHead({ table }: { table: DecisionTable }) {
  const { session, editable } = useOpenDraft();
  const edit = useEdit();
  const [uploading, setUploading] = useState(false);
  const [fetching, setFetching] = useState(false);
  const { name, label } = table;
  const policy = policyOf(table);
  const choosePolicy = (id: string) => {
    const to = POLICIES.find((p) => p.id === id);
    if (to) edit({ do: 'table.set', name, set: { hitPolicy: to.hitPolicy, aggregation: to.aggregation } });
  };
  const fetchIt = () => {
    setFetching(true);
    fetchTableWorkbook(session.snapshot().history.content, name)
      .then((file) => download(`${name}.xlsx`, file))
      .catch((error: Error) => toast(error.message, 'bad'))
      .finally(() => setFetching(false));
  };
  const remove = () => {
    const tables = session.snapshot().history.content.document.tables ?? [];
    const at = tables.findIndex((t) => t.name === name);
    edit({ do: 'table.delete', name });
    toast(`Table “${label}” is deleted.`, 'good', () => edit({ do: 'table.add', table, at }));
  };
  return (
    <div className="table-head">
      <TextField
        label="Label"
        className="rule-title"
        value={label}
        onChange={(to) => edit({ do: 'table.set', name, set: { label: to } })}
        disabled={!editable}
        problem={label.trim() === '' ? 'A table needs a label.' : undefined}
      />
      <Select
        label="Which rows count"
        className="table-policy"
        value={policy}
        onChange={choosePolicy}
        disabled={!editable}
        options={[
          ...POLICIES.map(({ id, label: words }) => ({ id, label: words })),
          ...(POLICIES.some((p) => p.id === policy) ? [] : [{ id: policy, label: policy }]),
        ]}
      />
      <span className="row table-head-end">
        <Button small onPress={fetchIt} isPending={fetching}>
          <FileDown aria-hidden />
          Download as workbook
        </Button>
        {editable && (
          <>
            <Button small onPress={() => setUploading(true)}>
              <FileUp aria-hidden />
              Upload
            </Button>
            <IconButton label={`Delete ${label}`} icon={<Trash2 aria-hidden />} onPress={remove} />
            <UploadWorkbook table={table} open={uploading} onClose={() => setUploading(false)} />
          </>
        )}
      </span>
    </div>
  );
});
