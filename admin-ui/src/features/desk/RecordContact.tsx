import { Button } from '@/components/Button';
import { Refusal } from '@/components/Notice';
import { useRecordContact } from '@/lib/api/recordContact';
import type { RecommendedAction } from '@/lib/api/types/decision';
import { useMay } from '@/lib/SessionContext';

/** Says that the customer was contacted with an action just now. */
export function RecordContact({ action, customer }: { action: RecommendedAction; customer: string }) {
  const record = useRecordContact(customer);
  const may = useMay('ADMIN', 'AGENT', 'MARKETER');
  if (!may) return null;
  return (
    <div className="record-contact">
      {record.isSuccess ? (
        <p className="muted small" role="status">
          Recorded as contacted now.
        </p>
      ) : (
        <Button
          kind="ghost"
          small
          isPending={record.isPending}
          aria-label={`Record contact with ${action.name}`}
          onPress={() => record.mutate({ action: action.id, channel: action.channel })}
        >
          Record contact
        </Button>
      )}
      <Refusal error={record.error} />
    </div>
  );
}
