import { useState } from 'react';
import { Choice } from '@/components/Choice';
import { Figure } from '@/components/charts/Figure';
import { Waterfall, waterfallHeight } from '@/components/charts/Waterfall';
import type { ScoreExplanation } from '@/lib/api/types/decision';
import type { Formats } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { useScores } from '@/lib/useScores';
import { explanationSteps, scoreAt } from './explanationSteps';
import { chanceText } from './scoreText';
import './why.css';

const ADDS: Record<ScoreExplanation['scale'], string> = {
  UNIT: 'Adds to the score',
  LOG: 'Multiplies the score by',
  LOG_ODDS: 'Multiplies the odds by',
  DISTANCE: 'Nearer than the next by',
};

/** What made a score what it is: from the customer average step by step. */
export function WhyCard({ explanations }: { explanations: ScoreExplanation[] }) {
  const formats = useFormats();
  const { risk } = useScores();
  const [chosen, setChosen] = useState(risk.name);
  const explanation = explanations.find((e) => e.score === chosen) ?? explanations[0];
  if (!explanation) return null;
  const { scale, baseline, attributions, label, sentence } = explanation;
  const steps = explanationSteps(explanation);
  const score = scoreAt(
    scale,
    attributions.reduce((sum, a) => sum + a.attribution, baseline),
  );
  const isChoice = scale === 'DISTANCE';
  const shown = (value: number) => scoreAtText(value, scale, formats);
  const title = isChoice
    ? `Why not ${label.toLowerCase()} ${formats.integer(explanation.baselineScore)}`
    : `Why ${shown(score)} ${label.toLowerCase()}`;
  return (
    <section className="card" aria-label={`Why this ${label.toLowerCase()}`}>
      <Figure
        title={title}
        sub={
          isChoice
            ? 'What makes the chosen one nearer, step by step'
            : 'From the customer average, step by step'
        }
        summary={sentence}
        height={waterfallHeight(steps.length)}
        columns={['Input', 'Value', ADDS[scale]]}
        rows={attributions.map((a) => [a.label, a.value, exact(a.attribution, scale, formats)])}
      >
        {(width) => (
          <>
            {explanations.length > 1 && (
              <Choice
                label="Score to explain"
                value={explanation.score}
                onChange={setChosen}
                options={explanations.map((e) => ({ id: e.score, label: e.label }))}
              />
            )}
            <p className="why-sentence" aria-hidden="true">
              {sentence}
            </p>
            <Waterfall
              width={width}
              steps={steps}
              formatChange={(change) => changeText(change, scale, formats)}
              startLabel={isChoice ? 'equally near' : `average ${shown(explanation.baselineScore)}`}
              endLabel={isChoice ? `nearer by ${shown(score)}` : `${label} ${shown(score)}`}
              moreIsBetter={scale !== 'LOG_ODDS'}
            />
          </>
        )}
      </Figure>
    </section>
  );
}

const sign = (change: number) => (change < 0 ? '−' : '+');

function scoreAtText(value: number, scale: ScoreExplanation['scale'], formats: Formats): string {
  if (scale === 'DISTANCE') return formats.number(value, 2);
  return scale === 'LOG_ODDS' ? chanceText(value, formats) : formats.money(value);
}

function changeText(change: number, scale: ScoreExplanation['scale'], formats: Formats): string {
  const size = Math.abs(change);
  if (scale === 'DISTANCE') return `${sign(change)}${formats.number(size, 2)}`;
  return scale === 'LOG_ODDS'
    ? `${sign(change)}${formats.number(size * 100, size < 0.1 ? 1 : 0)} pts`
    : `${sign(change)}${formats.money(size)}`;
}

/** The attribution itself: an amount, or the factor that it stands for on a logarithm. */
function exact(attribution: number, scale: ScoreExplanation['scale'], formats: Formats): string {
  return scale === 'UNIT' || scale === 'DISTANCE'
    ? `${sign(attribution)}${formats.number(Math.abs(attribution), 2)}`
    : `×${formats.fixed(Math.exp(attribution), 3)}`;
}
