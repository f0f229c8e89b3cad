import { ShieldCheck } from 'lucide-react';
import { Badge } from '@/components/Badge';
import { Button } from '@/components/Button';
import { toast } from '@/components/toast';
import { useVerifyAudit } from '@/lib/api/verifyAudit';
import { useFormats } from '@/lib/SessionContext';

/** Has the server compute the whole hash chain again, and says whether it holds. */
export function VerifyAudit() {
  const verify = useVerifyAudit();
  const { integer } = useFormats();
  const { data } = verify;
  return (
    <>
      <span role="status">
        {data &&
          (data.valid ? (
            <Badge tone="good">All {integer(data.events)} entries are intact</Badge>
          ) : (
            <Badge tone="bad">Broken at entry {data.brokenAt ?? '?'}</Badge>
          ))}
      </span>
      <Button
        small
        isPending={verify.isPending}
        onPress={() => verify.mutate(undefined, { onError: (error) => toast(error.message, 'bad') })}
      >
        <ShieldCheck aria-hidden />
        Verify
      </Button>
    </>
  );
}
