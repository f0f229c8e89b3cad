import { FileUp } from 'lucide-react';
import { DropZone, type FileDropItem, FileTrigger, Text } from 'react-aria-components';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Notice';
import { Progress } from '@/components/Progress';
import type { UploadedFile } from '@/lib/api/types/imports';
import { useUploadFile } from '@/lib/api/uploadFile';

/** Takes one file, dropped or chosen, and sends it up. */
export function FileStep({ onUploaded }: { onUploaded: (file: UploadedFile) => void }) {
  const upload = useUploadFile();
  const send = (file: File | undefined) => file && upload.mutate(file, { onSuccess: onUploaded });
  return (
    <div className="card import-step">
      <DropZone
        className="drop"
        aria-label="Drop a CSV file"
        getDropOperation={() => 'copy'}
        onDrop={async (event) => {
          const item = event.items.find((i): i is FileDropItem => i.kind === 'file');
          send(await item?.getFile());
        }}
      >
        <FileUp aria-hidden />
        <Text slot="label" className="drop-title">
          {upload.isPending ? 'Sending the file…' : 'Drop a CSV file here'}
        </Text>
        <p className="muted">
          Customers, transactions or contacts; encoding, delimiter and columns are recognised.
        </p>
        {upload.isPending ? (
          <Progress className="drop-progress" label="Upload" share={upload.progress} />
        ) : (
          <FileTrigger onSelect={(files) => send(files?.[0])}>
            <Button kind="primary">Choose a file</Button>
          </FileTrigger>
        )}
      </DropZone>
      <Refusal error={upload.error} />
    </div>
  );
}
