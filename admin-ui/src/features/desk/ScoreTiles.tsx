import type { ReactNode } from 'react';
import { Badge } from '@/components/Badge';
import { Meter } from '@/components/Meter';
import { useScoreIntervals } from '@/lib/api/scoreIntervals';
import type { Decision, Score } from '@/lib/api/types/decision';
import type { Formats } from '@/lib/format';
import { useAtRiskThreshold, useFormats } from '@/lib/SessionContext';
import { useScores } from '@/lib/useScores';
import { type IntervalText, intervalText } from './intervalText';
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
export function ScoreTiles({ decision: { scores, modelHashes } }: { decision: Decision }) {
  const formats = useFormats();
  const intervals = useScoreIntervals([...new Set(Object.values(modelHashes))]);
  const interval = (score: Score) => (
    <Interval text={intervalText(score, intervals.get(modelHashes[score.name] ?? ''), formats)} />
  );
  const { value, risk } = useScores();
  const number = (name: string) => scores.find((s) => s.name === name)?.value ?? null;
  const worth = number(value.name);
  const chance = number(risk.name);
  return (
    <dl className="scores">
      {scores.map((score) =>
        score.name === risk.name ? (
          <RiskTile key={score.name} score={score} interval={interval(score)} />
        ) : (
          <div key={score.name} className="score">
            <dt>{score.label}</dt>
            <dd className="num">
              {scoreText(score, formats)}
              {score.kind === 'PROBABILITY' && score.value !== null && (
                <Meter share={score.value} color="var(--accent)" />
              )}
              <small>{explanation(score, formats)}</small>
              {interval(score)}
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
function RiskTile({ score, interval }: { score: Score; interval: ReactNode }) {
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
        {interval}
      </dd>
    </div>
  );
}

/** How far the score may be off: short for the eye, in full for whoever points at it or listens. */
function Interval({ text }: { text: IntervalText | null }) {
  if (!text) return null;
  return (
    <small className="score-interval" title={text.full}>
      <span aria-hidden>{text.short}</span>
      <span className="sr">{text.full}</span>
    </small>
  );
}
