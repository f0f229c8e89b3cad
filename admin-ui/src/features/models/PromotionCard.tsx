import { Badge } from '@/components/Badge';
import { Card } from '@/components/Card';
import { Facts } from '@/components/Facts';
import { Notice } from '@/components/Notice';
import type { Contest, Model } from '@/lib/api/types/models';
import { DASH, type Formats } from '@/lib/format';
import { measureText } from '@/lib/metrics';
import { contestWord, isDoubtedVictory } from '@/lib/promotion';
import { useFormats } from '@/lib/SessionContext';
import { DecisionImpact } from './DecisionImpact';

/** Whether a version may replace the champion and why, how they met, and what it would change for the customers. */
export function PromotionCard({ model }: { model: Model }) {
  const { when } = useFormats();
  const { state, text, mayBePromoted, contest, heldAt } = model.promotion;
  if (state === 'CHAMPION') return null;
  const doubted = isDoubtedVictory(model.promotion);
  const [word, tone] = contestWord(model.promotion);
  return (
    <Card
      title="Promotion"
      sub={
        heldAt
          ? `It met the champion ${when(heldAt)}, on customers neither has learned from`
          : 'Whether it may replace the champion'
      }
      end={<Badge tone={tone}>{word}</Badge>}
    >
      <div className="stack-s">
        <p>
          {text}{' '}
          {mayBePromoted
            ? 'Once simulated, it can be published.'
            : 'Publishing it all the same takes a reason of the approver, which the audit log keeps.'}
        </p>
        {doubted && (
          <Notice tone="warn">
            The same cut was used to compare them: what gives the target away was known there as well, so the
            victory proves no more than the figures do.
          </Notice>
        )}
        {contest && <ContestFacts contest={contest} />}
        <DecisionImpact model={model} />
      </div>
    </Card>
  );
}

const LOSSES: Record<string, string> = {
  tweedie_deviance: 'Tweedie deviance',
  rmse: 'RMSE',
  log_loss: 'Log-loss',
};

function ContestFacts({ contest }: { contest: Contest }) {
  const formats = useFormats();
  const { loss, champion, challenger, low, high, customers, bias, calibrationError } = contest;
  const name = LOSSES[loss] ?? loss;
  const text = (n: number) => measureText(n, formats);
  return (
    <Facts
      items={[
        ['Customers', formats.integer(customers)],
        [`${name} of the champion`, text(champion)],
        [`${name} of this version`, text(challenger)],
        [
          'Difference, 95% interval',
          low === null || high === null ? DASH : `${signed(low, formats)} to ${signed(high, formats)}`,
        ],
        ['Total off by', bias === null ? DASH : `${bias > 0 ? '+' : ''}${formats.percent(bias, 1)}`],
        ...(calibrationError === null
          ? []
          : [['Calibration error', formats.fixed(calibrationError, 3)] as [string, string]]),
      ]}
    />
  );
}

const signed = (n: number, formats: Formats) => `${n > 0 ? '+' : ''}${measureText(n, formats)}`;
