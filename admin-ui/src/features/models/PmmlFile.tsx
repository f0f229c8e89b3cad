import { FileUp } from 'lucide-react';
import { DropZone, type FileDropItem, FileTrigger, Text } from 'react-aria-components';
import { Button } from '@/components/Button';
import { useFormats } from '@/lib/SessionContext';

/** Takes one PMML file, dropped or chosen. */
export function PmmlFile({ file, onChange }: { file: File | null; onChange: (file: File | null) => void }) {
  const { bytes } = useFormats();
  return (
    <DropZone
      className="model-drop"
      aria-label="Drop a PMML file"
      getDropOperation={() => 'copy'}
      onDrop={async (event) => {
        const item = event.items.find((i): i is FileDropItem => i.kind === 'file');
        if (item) onChange(await item.getFile());
      }}
    >
      <FileUp aria-hidden />
      <Text slot="label" className="break">
        {file ? `${file.name}, ${bytes(file.size)}` : 'Drop a PMML file here, version 3.0 to 4.4'}
      </Text>
      <FileTrigger acceptedFileTypes={['.pmml', '.xml']} onSelect={(files) => onChange(files?.[0] ?? null)}>
        <Button small>{file ? 'Choose another' : 'Choose a file'}</Button>
      </FileTrigger>
    </DropZone>
  );
}
