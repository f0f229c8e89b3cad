import { Badge } from '@/components/Badge';
import { Meter } from '@/components/Meter';
import type { Decision, Score } from '@/lib/api/types/decision';
import type { Formats } from '@/lib/format';
import { useAtRiskThreshold, useFormats } from '@/lib/SessionContext';
import { useScores } from '@/lib/useScores';
import { scoreText } from './scoreText';
import './scoreTiles.css';

/** A score's unit in words: "EUR per 12 months" becomes "Over the next 12 months". */
function explanation(score: Score, formats: Formats): string {
  if (score.problem) return score.problem;
  if (score.kind === 'CLUSTER') return 'Group of similar customers';
  if (score.kind === 'PROBABILITY') return 'Probability';
  return score.unit.replace(`${formats.currency} per `, 'Over the next ');
}

/** Every score of the decision, and the value at risk where both of its parts are known. */
export function ScoreTiles({ decision: { scores } }: { decision: Decision }) {
  const formats = useFormats();
  const { value, risk } = useScores();
  const number = (name: string) => scores.find((s) => s.name === name)?.value ?? null;
  const worth = number(value.name);
  const chance = number(risk.name);
  return (
    <dl className="scores">
      {scores.map((score) =>
        score.name === risk.name ? (
          <RiskTile key={score.name} score={score} />
        ) : (
          <div key={score.name} className="score">
            <dt>{score.label}</dt>
            <dd className="num">
              {scoreText(score, formats)}
              {score.kind === 'PROBABILITY' && score.value !== null && (
                <Meter share={score.value} color="var(--accent)" />
              )}
              <small>{explanation(score, formats)}</small>
            </dd>
          </div>
        ),
      )}
      {worth !== null && chance !== null && (
        <div className="score">
          <dt>Value at risk</dt>
          <dd className="num">
            {formats.money(worth * chance)}
            <small>
              {value.label} × {risk.words}
            </small>
          </dd>
        </div>
      )}
    </dl>
  );
}

/** How likely the customer leaves, and whether that counts as at risk. */
function RiskTile({ score }: { score: Score }) {
  const formats = useFormats();
  const atRisk = useAtRiskThreshold();
  return (
    <div className="score">
      <dt>
        {score.label}
        {score.value !== null && score.value >= atRisk && <Badge tone="bad">High</Badge>}
      </dt>
      <dd className="num">
        {scoreText(score, formats)}
        {score.value !== null && <Meter share={score.value} color="var(--bad)" />}
        <small>{score.problem ?? `At risk from ${formats.percent(atRisk)}`}</small>
      </dd>
    </div>
  );
}
