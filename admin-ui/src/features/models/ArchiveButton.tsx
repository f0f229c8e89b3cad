import { Archive, ArchiveRestore } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ReasonDialog } from '@/components/ReasonDialog';
import { toast } from '@/components/toast';
import { useArchiveModel } from '@/lib/api/archiveModel';
import type { Model } from '@/lib/api/types/models';

/** Puts a version away or takes it back, with a reason; nothing for a version in use. */
export function ArchiveButton({ model }: { model: Model }) {
  const [open, setOpen] = useState(false);
  const change = useArchiveModel(model.hash);
  const away = model.archived === null;
  if (model.aliases.length > 0) return null;
  const close = () => {
    change.reset();
    setOpen(false);
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        {away ? <Archive aria-hidden /> : <ArchiveRestore aria-hidden />}
        {away ? 'Archive…' : 'Take back…'}
      </Button>
      <ReasonDialog
        title={`${away ? 'Archive' : 'Take back'} version ${model.version}`}
        open={open}
        onClose={close}
        submit={away ? 'Archive it' : 'Take it back'}
        hint="The audit log keeps it."
        onSubmit={(reason) =>
          change.mutate(
            { archived: away, reason },
            {
              onSuccess: () => {
                toast(`${model.label}, version ${model.version} is ${away ? 'archived' : 'back'}.`);
                close();
              },
            },
          )
        }
        pending={change.isPending}
        error={change.error}
      >
        <p>
          {away
            ? 'Lists and choices leave it out. Nothing of it is deleted, and it can be taken back.'
            : 'It stands in lists and choices again.'}
        </p>
      </ReasonDialog>
    </>
  );
}
