import { ThenAndNow } from '@/components/drift/ThenAndNow';
import { VerdictBadge } from '@/components/drift/VerdictBadge';
import type { Drift, DriftMeasure } from '@/lib/api/monitoring';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';

/** How far the scores of a shadow are from the champion's, of the same customers. */
export function ShadowScores({ scores, champion }: { scores: Drift; champion: string }) {
  const { fixed } = useFormats();
  const text = (measure: DriftMeasure | null) => (measure ? fixed(measure.value, 3) : DASH);
  return (
    <section className="stack-s" aria-label="Scores of both">
      <p className="shadow-distance num">
        <VerdictBadge verdict={scores.verdict} />
        <span>
          PSI <b>{text(scores.psi)}</b>, KS <b>{text(scores.ks)}</b>
        </span>
        <span className="muted small">
          between the scores of both; drift means that they are spread otherwise
        </span>
      </p>
      <ThenAndNow
        title="Scores of the same customers"
        then={`Champion, version ${champion}`}
        now="This version"
        drift={scores}
      />
    </section>
  );
}
