import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Confirm } from '@/components/Confirm';
import { toast } from '@/components/toast';
import { useDeleteAudience } from '@/lib/api/deleteAudience';
import type { Audience } from '@/lib/api/types/audiences';
import { useFormats, useMay } from '@/lib/SessionContext';
import { ExportForm } from './ExportForm';
import { ExportHistory } from './ExportHistory';
import { PreviewFigures } from './PreviewFigures';

export function AudienceDetail({ audience }: { audience: Audience }) {
  const { when } = useFormats();
  const mayWrite = useMay('ADMIN', 'MARKETER');
  const [channel, setChannel] = useState('');
  return (
    <div className="stack">
      <Card
        title={audience.name}
        sub={`Made ${when(audience.createdAt)} by ${audience.createdBy}`}
        end={mayWrite && <DeleteAudience audience={audience} />}
      >
        <p className="audience-sentence">{audience.sentence}</p>
        <PreviewFigures source={audience.source} channel={channel} />
        {mayWrite && <ExportForm audience={audience} channel={channel} onChannel={setChannel} />}
      </Card>
      <ExportHistory audienceId={audience.id} />
    </div>
  );
}

function DeleteAudience({ audience }: { audience: Audience }) {
  const [asking, setAsking] = useState(false);
  const remove = useDeleteAudience();
  return (
    <>
      <Button small kind="ghost" onPress={() => setAsking(true)}>
        <Trash2 aria-hidden />
        Delete
      </Button>
      <Confirm
        title="Delete audience"
        open={asking}
        onClose={() => setAsking(false)}
        confirm="Delete audience"
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() =>
          remove.mutate(audience.id, {
            onSuccess: () => {
              setAsking(false);
              toast(`Audience “${audience.name}” is deleted.`);
            },
          })
        }
      >
        “{audience.name}” leaves the list. The audit log keeps who was exported when.
      </Confirm>
    </>
  );
}
