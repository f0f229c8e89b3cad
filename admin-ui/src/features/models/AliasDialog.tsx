import { ReasonDialog } from '@/components/ReasonDialog';
import { toast } from '@/components/toast';
import { type AliasChange, useSetModelAlias } from '@/lib/api/setModelAlias';
import type { Model } from '@/lib/api/types/models';
import { DecisionImpact } from './DecisionImpact';
import { Findings } from './Findings';

interface Props {
  model: Model;
  alias: AliasChange['alias'];
  /** Whether the version gets the alias or loses it. */
  give: boolean;
  onClose: () => void;
}

/** Makes a version the challenger or the shadow of its score, or takes that away, with a reason. */
export function AliasDialog({ model, alias, give, onClose }: Props) {
  const set = useSetModelAlias();
  const word = alias.toLowerCase();
  const version = `version ${model.version}`;
  const onSubmit = (reason: string) =>
    set.mutate(
      { score: model.name, alias, model: give ? model.hash : null, reason },
      {
        onSuccess: () => {
          toast(`${model.label}, ${version} is ${give ? 'now' : 'no longer'} the ${word}.`);
          onClose();
        },
      },
    );
  return (
    <ReasonDialog
      title={give ? `Make ${version} the ${word}` : `Version ${model.version} is no longer the ${word}`}
      open
      onClose={onClose}
      submit={give ? `Make it the ${word}` : 'Take it away'}
      hint="The audit log keeps it."
      onSubmit={onSubmit}
      pending={set.isPending}
      error={set.error}
    >
      <p>
        {alias === 'CHALLENGER'
          ? 'A challenger is meant to take the champion’s place.'
          : 'A shadow scores alongside in every run: what the decisions would have been with it is kept and shown.'}{' '}
        It decides nothing.
      </p>
      {give && (
        <>
          <Findings model={model} />
          <DecisionImpact model={model} />
        </>
      )}
    </ReasonDialog>
  );
}
