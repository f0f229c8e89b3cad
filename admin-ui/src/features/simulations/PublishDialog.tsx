import { Notice } from '@/components/Notice';
import { ReasonDialog } from '@/components/ReasonDialog';
import { toast } from '@/components/toast';
import { usePublishSimulation } from '@/lib/api/publishSimulation';
import type { Simulation } from '@/lib/api/types/simulations';
import { plural } from '@/lib/format';
import { unprovenOf, whyUnproven } from '@/lib/promotion';
import { useFormats } from '@/lib/SessionContext';
import { useNamedText } from '@/lib/useNamedText';

interface Props {
  simulation: Simulation;
  open: boolean;
  onClose: () => void;
}

/** Makes the simulated strategy the live one, with a reason. */
export function PublishDialog({ simulation, open, onClose }: Props) {
  const { integer } = useFormats();
  const unproven = unprovenOf(simulation.challengers);
  const [first] = unproven;
  const unmet = simulation.unmetExamples;
  const publish = usePublishSimulation(simulation.id, unproven.length > 0 || unmet.length > 0);
  const changed = simulation.result?.changed ?? 0;
  const close = () => {
    publish.reset();
    onClose();
  };
  const onSubmit = (reason: string) =>
    publish.mutate(reason, {
      onSuccess: ({ version }) => {
        toast(`Version ${version} of the strategy is live.`);
        close();
      },
    });
  return (
    <ReasonDialog
      title={`Publish ${simulation.label}`}
      open={open}
      onClose={close}
      submit="Publish"
      hint={
        first
          ? `Say why although the model ${whyUnproven(first)}. The audit log keeps it.`
          : unmet.length > 0
            ? 'Say why although examples are not met. The audit log keeps it.'
            : 'The audit log and the history of the strategy keep it.'
      }
      onSubmit={onSubmit}
      pending={publish.isPending}
      error={publish.error}
    >
      <p>
        {integer(changed)} {plural(changed, 'customer gets', 'customers get')} another segment or first action
        at once.
      </p>
      {unmet.length > 0 && (
        <Notice tone="warn">
          <b>
            {integer(unmet.length)} {plural(unmet.length, 'example')} would no longer be met:
          </b>
          <ul aria-label="Examples not met">
            {unmet.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Notice>
      )}
      {simulation.challengers.map((model) => (
        <Doubts key={model.hash} model={model} />
      ))}
    </ReasonDialog>
  );
}

/** What the training of a model found that weakens trust in it. */
function Doubts({ model }: { model: Simulation['challengers'][number] }) {
  const named = useNamedText();
  if (model.findings.length === 0) return null;
  const name = `${model.label} version ${model.version}`;
  return (
    <Notice tone="warn">
      <b>To doubt about {name}:</b>
      <ul aria-label={`Reasons to doubt ${name}`}>
        {model.findings.map(({ text, features }) => (
          <li key={text}>{named(text, features)}</li>
        ))}
      </ul>
    </Notice>
  );
}
