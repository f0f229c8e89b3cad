import { useState } from 'react';
import { Approvals } from '@/components/Approvals';
import { Button } from '@/components/Button';
import { Notice, Refusal } from '@/components/Notice';
import { TextArea } from '@/components/TextArea';
import { toast } from '@/components/toast';
import { useApproveSimulation } from '@/lib/api/approveSimulation';
import type { Simulation } from '@/lib/api/types/simulations';

/** Who else has agreed to models that go beyond a limit; neither who asked for the simulation nor who publishes. */
export function SecondApproval({ simulation }: { simulation: Simulation }) {
  const given = simulation.approvals.length >= simulation.approvalsNeeded;
  const may = simulation.mayApprove;
  return (
    <div className="simulation-approval">
      <Approvals approvals={simulation.approvals} needed={simulation.approvalsNeeded} />
      {given ? null : may.allowed ? <Answer id={simulation.id} /> : may.why && <Notice>{may.why}</Notice>}
    </div>
  );
}

function Answer({ id }: { id: string }) {
  const [text, setText] = useState('');
  const approve = useApproveSimulation(id);
  return (
    <div className="form">
      <TextArea
        label="Why it may be published"
        value={text}
        onChange={setText}
        hint="The audit log keeps it. Somebody else publishes."
      />
      <Refusal error={approve.error} />
      <div className="form-end">
        <Button
          isDisabled={text.trim() === ''}
          isPending={approve.isPending}
          onPress={() =>
            approve.mutate(text, { onSuccess: () => toast('It is approved; somebody else publishes it.') })
          }
        >
          Approve
        </Button>
      </div>
    </div>
  );
}
