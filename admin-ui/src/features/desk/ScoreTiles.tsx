import { Badge } from '@/components/Badge';
import { Meter } from '@/components/Meter';
import type { Decision, Score } from '@/lib/api/types/decision';
import type { Formats } from '@/lib/format';
import { useAtRiskThreshold, useFormats } from '@/lib/SessionContext';

function scoreText(score: Score, f: Formats): string {
  const { value } = score;
  if (value === null) return 'No score';
  if (typeof value === 'string') return value;
  if (score.kind === 'PROBABILITY') return f.percent(value, value < 0.1 ? 1 : 0);
  if (score.kind === 'AMOUNT') return f.money(value);
  return f.integer(value);
}

/** A score's unit in words: "EUR per 12 months" becomes "Over the next 12 months". */
function explanation(score: Score, formats: Formats, atRisk: number): string {
  if (score.problem) return score.problem;
  if (score.kind === 'CLUSTER') return 'Group of similar customers';
  if (score.name === 'churn_risk') return `At risk from ${formats.percent(atRisk)}`;
  if (score.kind === 'PROBABILITY') return 'Probability';
  return score.unit?.replace(`${formats.currency} per `, 'Over the next ') ?? '';
}

/** Every score of the decision, and the value at risk where both of its parts are known. */
export function ScoreTiles({ decision }: { decision: Decision }) {
  const formats = useFormats();
  const atRisk = useAtRiskThreshold();
  const number = (name: string) => {
    const value = decision.scores.find((s) => s.name === name)?.value;
    return typeof value === 'number' ? value : null;
  };
  const clv = number('clv');
  const risk = number('churn_risk');
  return (
    <dl className="scores">
      {decision.scores.map((score) => (
        <div key={score.name} className="score">
          <dt>
            {score.label}
            {score.name === 'churn_risk' && risk !== null && risk >= atRisk && <Badge tone="bad">High</Badge>}
          </dt>
          <dd className="num">
            {scoreText(score, formats)}
            {score.kind === 'PROBABILITY' && typeof score.value === 'number' && (
              <Meter
                share={score.value}
                color={score.name === 'churn_risk' ? 'var(--bad)' : 'var(--accent)'}
              />
            )}
            <small>{explanation(score, formats, atRisk)}</small>
          </dd>
        </div>
      ))}
      {clv !== null && risk !== null && (
        <div className="score">
          <dt>Value at risk</dt>
          <dd className="num">
            {formats.money(clv * risk)}
            <small>Lifetime value × churn risk</small>
          </dd>
        </div>
      )}
    </dl>
  );
}
