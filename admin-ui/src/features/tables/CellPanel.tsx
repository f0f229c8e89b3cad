import type { Term } from '@/lib/api/types/condition';
import type { TableOutput } from '@/lib/api/types/tables';
import { useFormats } from '@/lib/SessionContext';
import { readTests } from '@/lib/table/cell';
import { literalText, type OutputKind } from '@/lib/table/literal';
import { settled } from '@/lib/table/settle';
import { cellWords } from '@/lib/table/words';
import type { GridColumn } from './columns';
import { NumberTest } from './NumberTest';
import { OneOf } from './OneOf';
import { TextsTest } from './TextsTest';

interface Props {
  column: GridColumn;
  text: string;
  onText: (text: string) => void;
  /** One choice is all there is to say: it closes the editor. */
  onChosen: (text: string) => void;
}

/** The fields that a cell of this column can be filled in by; whatever they cannot show stays as it is written. */
export function CellPanel({ column, ...rest }: Props) {
  return column.part === 'when' ? (
    <WhenPanel term={column.term} {...rest} />
  ) : (
    <ThenPanel output={column.output} kind={column.kind} {...rest} />
  );
}

function WhenPanel({ term, text, onText, onChosen }: Omit<Props, 'column'> & { term: Term | undefined }) {
  const formats = useFormats();
  const meant = settled(text, term);
  const tests = readTests(meant);
  return (
    <>
      <p className="cell-words">
        {cellWords(meant, term, formats) ?? 'Kept as it is written; the server says what is wrong with it.'}
      </p>
      {term?.type === 'NUMBER' && <NumberTest term={term} tests={tests} onText={onText} />}
      {term?.type === 'TEXT' && <TextsTest term={term} tests={tests} onText={onText} />}
      {term?.type === 'YES_NO' && (
        <OneOf
          label={term.label}
          value={meant}
          options={[
            { id: '-', label: 'anything' },
            { id: 'true', label: 'yes' },
            { id: 'false', label: 'no' },
          ]}
          onChoose={onChosen}
        />
      )}
    </>
  );
}

function ThenPanel({
  output,
  kind,
  text,
  onChosen,
}: Omit<Props, 'column' | 'onText'> & { output: TableOutput; kind: OutputKind }) {
  const values = output.values?.length ? output.values : kind === 'yesNo' ? [true, false] : [];
  if (values.length === 0) {
    return <p className="cell-words">{kind === 'number' ? 'A number, such as 1.5' : 'Any text'}</p>;
  }
  return (
    <OneOf
      label={output.label}
      value={text}
      options={values.map((v) => ({
        id: literalText(v),
        label: typeof v === 'boolean' ? (v ? 'yes' : 'no') : String(v),
      }))}
      onChoose={onChosen}
    />
  );
}
