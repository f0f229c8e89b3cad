import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Notice, Refusal } from '@/components/Notice';
import { useReadTableWorkbook } from '@/lib/api/tableWorkbook';
import type { DecisionTable, WorkbookReading } from '@/lib/api/types/tables';
import { useOpenDraft } from '@/lib/draft/DraftContext';
import { same } from '@/lib/draft/steps';
import { isWhole } from '@/lib/draft/tables';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';

interface Props {
  table: DecisionTable;
  open: boolean;
  onClose: () => void;
}

/** Takes the rows of a workbook over, once what is wrong with its cells was seen; one step to undo. */
export function UploadWorkbook({ table, open, onClose }: Props) {
  return (
    <Dialog title={`Upload rows for ${table.label}`} open={open} onClose={onClose} wide>
      <Upload table={table} onClose={onClose} />
    </Dialog>
  );
}

function Upload({ table, onClose }: Omit<Props, 'open'>) {
  const { session, view } = useOpenDraft();
  const read = useReadTableWorkbook();
  const [fileName, setFileName] = useState('');
  const choose = (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    setFileName(file.name);
    read.mutate({
      file,
      basedOn: session.snapshot().history.content.basedOn,
      draft: view.id,
      table: table.name,
    });
  };
  const take = (reading: WorkbookReading) => {
    // The name is that of the table it was read for: rules speak of it.
    session.edit({ do: 'table.replace', name: table.name, table: { ...reading.table, name: table.name } });
    onClose();
  };
  return (
    <div className="form">
      <p>
        An .xlsx file as the download makes it: one row a rule. Nothing changes before you take it over, and
        undo takes it back.
      </p>
      <span className="row">
        <FileTrigger acceptedFileTypes={['.xlsx']} onSelect={choose}>
          <Button isPending={read.isPending}>Choose a workbook</Button>
        </FileTrigger>
        <span className="muted break">{fileName}</span>
      </span>
      <Refusal error={read.error} />
      {read.data && <Found reading={read.data} table={table} />}
      <div className="form-end">
        <Button onPress={onClose}>Cancel</Button>
        <Button
          kind="primary"
          isDisabled={!read.data || !isWhole(read.data.table) || read.isPending}
          onPress={() => read.data && take(read.data)}
        >
          {read.data && read.data.problems.length > 0 ? 'Take it over as it is' : 'Take it over'}
        </Button>
      </div>
    </div>
  );
}

function Found({ reading, table }: { reading: WorkbookReading; table: DecisionTable }) {
  const { integer } = useFormats();
  const { problems } = reading;
  const rows = isWhole(reading.table) ? reading.table.rows : [];
  const kept = rows.filter((row, i) => same(row, table.rows[i])).length;
  return (
    <>
      <Notice tone={problems.length > 0 ? 'warn' : 'info'}>
        {integer(rows.length)} {plural(rows.length, 'row')}, {integer(kept)} of them as they are now;{' '}
        {integer(table.rows.length)} {plural(table.rows.length, 'row is', 'rows are')} in the draft.
        {problems.length > 0 &&
          ` ${integer(problems.length)} ${plural(problems.length, 'cell')} cannot be read.`}
      </Notice>
      {problems.length > 0 && (
        <ul className="workbook-problems" aria-label="Cells that cannot be read">
          {problems.map(({ cell, text }) => (
            <li key={`${cell} ${text}`}>
              <b className="num">{cell}</b> {text}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
