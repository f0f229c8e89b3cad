import { Link } from '@tanstack/react-router';
import { AliasBadges } from '@/components/AliasBadges';
import { Badge } from '@/components/Badge';
import { Button } from '@/components/Button';
import { ErrorState, Skeleton } from '@/components/States';
import { isUnknown, useModel } from '@/lib/api/models';
import type { Model } from '@/lib/api/types/models';
import type { LiveStrategy } from '@/lib/api/types/strategy';
import { useEdit, useOpenDraft } from '@/lib/draft/DraftContext';
import { humanize } from '@/lib/text';
import { VersionFacts } from './VersionFacts';
import { VersionSelect } from './VersionSelect';

interface Props {
  score: string;
  /** Of the version that the draft decides with. */
  hash: string;
  /** The champion. */
  live: LiveStrategy['models'][number] | undefined;
}

/** The version that gives one score, with what its card says of it; another one may be chosen. */
export function ModelChoice({ score, hash, live }: Props) {
  const { editable } = useOpenDraft();
  const edit = useEdit();
  const { data: model, error, isPending, refetch } = useModel(hash);
  const label = live?.label ?? model?.label ?? humanize(score);
  const choose = (to: string) => edit({ do: 'model.choose', score, hash: to });
  const other = live !== undefined && live.hash !== hash;
  const known = model?.hash === hash ? model : undefined;
  return (
    <li>
      <div className="row row-between row-wrap">
        <h3>{label}</h3>
        <span className="row">
          {known && <AliasBadges aliases={known.aliases} />}
          {other && <Badge tone="accent">Other than live</Badge>}
        </span>
      </div>
      <div className="draft-model">
        <div className="stack-s">
          <VersionSelect
            score={score}
            label={`Version of ${label}`}
            hash={hash}
            onChoose={choose}
            disabled={!editable}
          />
          {other && (
            <p className="small muted">
              Live is version {live.version} ({live.hash.slice(0, 8)}).{' '}
              {editable && (
                <Button small onPress={() => choose(live.hash)}>
                  Decide with the champion of {label}
                </Button>
              )}
            </p>
          )}
          {known && (
            <p className="small">
              <Link to="/models" search={{ version: hash }}>
                See the card of {label}, version {known.version}
              </Link>
            </p>
          )}
        </div>
        {isPending ? (
          <Skeleton height={120} label={`Loading the version of ${label}`} />
        ) : error && !isUnknown(error) ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <Chosen model={error ? undefined : known} score={score} />
        )}
      </div>
    </li>
  );
}

/** What is known of the chosen version, or why it cannot give the score. */
function Chosen({ model, score }: { model: Model | undefined; score: string }) {
  if (!model) return <p className="muted">There is no such version here. Choose one that is registered.</p>;
  if (model.name !== score)
    return <p className="muted">This version gives another score. Choose one that gives this one.</p>;
  return (
    <div className="stack-s">
      {model.archived && (
        <p className="muted">
          This version was put away by {model.archived.by}: {model.archived.reason}
        </p>
      )}
      <VersionFacts model={model} />
    </div>
  );
}
