import { Button } from '@/components/Button';
import { Notice, Refusal } from '@/components/Notice';
import { Progress } from '@/components/Progress';
import { useDraftScores } from '@/lib/api/draftScores';
import type { ModelScoring } from '@/lib/api/types/drafts';
import { useEffectNow } from '@/lib/draft/useEffectNow';
import { useFormats } from '@/lib/SessionContext';

/** Models of the draft that have not scored the customers: as long as there are some, nobody is counted. */
export function Scoring() {
  const { data, behind } = useEffectNow();
  const scoring = behind ? [] : (data?.scoring ?? []);
  if (scoring.length === 0) return null;
  return (
    <section className="draft-notice stack-s" aria-label="Models that score the customers">
      {scoring.map((model) => (
        <OfModel key={model.hash} model={model} />
      ))}
    </section>
  );
}

function OfModel({ model }: { model: ModelScoring }) {
  const { integer } = useFormats();
  const { cancel, again } = useDraftScores(model.hash);
  const { state, done, customers, failure } = model;
  const name = `Version ${model.version} of ${model.label}`;
  if (state === 'SCORING') {
    return (
      <Notice>
        <b>{name} is scoring the customers.</b> Until it has, nobody is counted: figures of the live model
        would be about something else.
        <span className="notice-acts">
          <Button small onPress={() => cancel.mutate()} isPending={cancel.isPending}>
            Cancel
          </Button>
        </span>
        <div className="scoring-progress" role="status">
          <Progress label={`${name} scores the customers`} share={done / Math.max(1, customers)} />
          <span className="small num">
            {integer(done)} of {integer(customers)}
          </span>
        </div>
        <Refusal error={cancel.error} />
      </Notice>
    );
  }
  return (
    <Notice tone="warn">
      <b>
        {name} {state === 'FAILED' ? 'could not score the customers.' : 'has not scored the customers.'}
      </b>{' '}
      {failure ?? 'It was cancelled, so nobody is counted.'}
      <span className="notice-acts">
        <Button small onPress={() => again.mutate()} isPending={again.isPending}>
          Score the customers
        </Button>
      </span>
      <Refusal error={again.error} />
    </Notice>
  );
}
