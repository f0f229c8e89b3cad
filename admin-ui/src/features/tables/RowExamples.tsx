import { Pin } from 'lucide-react';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Notice';
import { toast } from '@/components/toast';
import { useOpenDraft } from '@/lib/draft/DraftContext';
import { usePinTypical } from '@/lib/draft/usePinTypical';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';

interface Props {
  /** Of the row in use: tables/care/rows/3. */
  place: string;
  examples: number;
  /** Sum of the value score over the customers whom the row decides. */
  value: number;
  customers: number;
  editable: boolean;
}

/** What the customers of the row in use are worth, whether an example stands for it, and one to pin. */
export function RowExamples({ place, examples, value, customers, editable }: Props) {
  const { integer, money } = useFormats();
  const { session } = useOpenDraft();
  const pin = usePinTypical((why) => toast(`Pinned: ${why}`, 'good', () => session.undo()));
  if (customers === 0) return null;
  return (
    <>
      <p className="small num">
        Value {money(value)}.{' '}
        {examples === 0
          ? 'No example stands for it.'
          : `${integer(examples)} ${plural(examples, 'example stands', 'examples stand')} for it.`}
      </p>
      {editable && (
        <Button small className="row-pin" isPending={pin.isPending} onPress={() => pin.mutate(place)}>
          <Pin aria-hidden />
          Pin a customer of this row
        </Button>
      )}
      {pin.variables === place && <Refusal error={pin.error} />}
    </>
  );
}
