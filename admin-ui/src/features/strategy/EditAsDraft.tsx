import { useSearch } from '@tanstack/react-router';
import { PencilLine } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { NewDraftDialog } from '@/components/NewDraftDialog';
import type { LiveStrategy } from '@/lib/api/types/strategy';
import { useMay } from '@/lib/SessionContext';

/** Makes a draft of the live strategy and opens it where the reader is. */
export function EditAsDraft({ strategy }: { strategy: LiveStrategy }) {
  const { tab, rule } = useSearch({ from: '/strategy' });
  const [asking, setAsking] = useState(false);
  if (!useMay('ADMIN', 'MARKETER')) return null;
  const part = tab === 'actions' || tab === 'ranking' ? tab : 'segments';
  return (
    <>
      <Button kind="primary" onPress={() => setAsking(true)}>
        <PencilLine aria-hidden />
        Edit as draft
      </Button>
      <NewDraftDialog
        open={asking}
        onClose={() => setAsking(false)}
        from={`version ${strategy.version}, the live strategy`}
        at={rule ? { tab: part, rule } : { tab: part }}
      />
    </>
  );
}
