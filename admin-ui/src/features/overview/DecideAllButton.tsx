import { Play } from 'lucide-react';
import { Button } from '@/components/Button';
import { toast } from '@/components/toast';
import { useDecideAll } from '@/lib/api/decideAll';
import { useMay } from '@/lib/SessionContext';

/** Starts a decision on every customer; its progress is in the jobs tray. */
export function DecideAllButton() {
  const may = useMay('ADMIN', 'MARKETER', 'ANALYST');
  const decideAll = useDecideAll();
  if (!may) return null;
  return (
    <Button
      kind="primary"
      isPending={decideAll.isPending}
      onPress={() =>
        decideAll.mutate(undefined, {
          onSuccess: () => toast('Deciding on all customers. Jobs shows how far it is.'),
          onError: (error) => toast(error.message, 'bad'),
        })
      }
    >
      <Play aria-hidden />
      Decide all customers
    </Button>
  );
}
