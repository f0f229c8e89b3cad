import { X } from 'lucide-react';
import { IconButton } from '@/components/Button';
import { Card } from '@/components/Card';
import { Loaded } from '@/components/Loaded';
import { useImport } from '@/lib/api/import';
import { ImportReport } from './ImportReport';

export function ImportDetail({ id, onClose }: { id: string; onClose: () => void }) {
  const run = useImport(id);
  return (
    <Card
      title={run.data?.fileName ?? 'Import'}
      sub={run.data?.dryRun ? 'Dry run: nothing was stored' : undefined}
      end={<IconButton small label="Close details" icon={<X aria-hidden />} onPress={onClose} />}
    >
      <Loaded query={run} height={160} label="Loading import">
        {(data) => <ImportReport run={data} />}
      </Loaded>
    </Card>
  );
}
