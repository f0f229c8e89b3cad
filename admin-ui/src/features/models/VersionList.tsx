import { CircleAlert } from 'lucide-react';
import { AliasBadges } from '@/components/AliasBadges';
import { Badge } from '@/components/Badge';
import type { ModelSummary } from '@/lib/api/types/models';
import { metricText } from '@/lib/metrics';
import { useFormats } from '@/lib/SessionContext';

interface Props {
  models: ModelSummary[];
  /** Hash of the version that is open. */
  chosen: string;
  onChoose: (hash: string) => void;
}

export function VersionList({ models, chosen, onChoose }: Props) {
  const scores = [...new Set(models.map((m) => m.name))];
  return (
    <div className="stack-s">
      {scores.map((score) => {
        const versions = byNumber(models.filter((m) => m.name === score));
        const label = (versions.find((m) => m.aliases.includes('CHAMPION')) ?? versions[0])?.label;
        return (
          <section key={score} aria-label={`Versions of ${label}`}>
            <h2 className="model-score">{label}</h2>
            <ul className="pick-list">
              {versions.map((m) => (
                <li key={m.hash}>
                  <Version model={m} current={m.hash === chosen} onPress={() => onChoose(m.hash)} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

/** The highest number first, whatever was registered when. */
export const byNumber = <T extends { version: string }>(models: T[]): T[] =>
  models.toSorted((a, b) => b.version.localeCompare(a.version, undefined, { numeric: true }));

function Version({
  model,
  current,
  onPress,
}: {
  model: ModelSummary;
  current: boolean;
  onPress: () => void;
}) {
  const formats = useFormats();
  const metric = model.metrics[0] && metricText(model.metrics[0], formats);
  return (
    <button type="button" className="pick pick-plain" aria-current={current} onClick={onPress}>
      <span className="pick-name model-version">
        Version {model.version} <AliasBadges aliases={model.aliases} />
        {model.archived && <Badge>Archived</Badge>}
      </span>
      <span className="pick-number num">
        {metric ? `${metric.name} ${metric.value}` : 'Not measured'}
        {metric && model.promotion.belief === 'NOT_BELIEVED' && (
          <>
            <CircleAlert className="model-not-believed" aria-hidden />
            <span className="sr">, not to be believed</span>
          </>
        )}
      </span>
      <span className="pick-sub muted">
        {formats.when(model.createdAt)} by {model.createdBy}
      </span>
    </button>
  );
}
