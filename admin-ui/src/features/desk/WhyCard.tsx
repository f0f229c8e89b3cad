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
  const shown = (value: number) => (scale === 'LOG_ODDS' ? chanceText(value, formats) : formats.money(value));
  return (
    <section className="card" aria-label={`Why this ${label.toLowerCase()}`}>
      <Figure
        title={`Why ${shown(score)} ${label.toLowerCase()}`}
        sub="From the customer average, step by step"
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
              startLabel={`average ${shown(explanation.baselineScore)}`}
              endLabel={`${label} ${shown(score)}`}
              moreIsBetter={scale !== 'LOG_ODDS'}
            />
          </>
        )}
      </Figure>
    </section>
  );
}

const sign = (change: number) => (change < 0 ? '−' : '+');

function changeText(change: number, scale: ScoreExplanation['scale'], formats: Formats): string {
  const size = Math.abs(change);
  return scale === 'LOG_ODDS'
    ? `${sign(change)}${formats.number(size * 100, size < 0.1 ? 1 : 0)} pts`
    : `${sign(change)}${formats.money(size)}`;
}

/** The attribution itself: an amount, or the factor that it stands for on a logarithm. */
function exact(attribution: number, scale: ScoreExplanation['scale'], formats: Formats): string {
  return scale === 'UNIT'
    ? `${sign(attribution)}${formats.number(Math.abs(attribution), 2)}`
    : `×${formats.fixed(Math.exp(attribution), 3)}`;
}
