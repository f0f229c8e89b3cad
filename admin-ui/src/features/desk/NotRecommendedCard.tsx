import { Badge, type Tone } from '@/components/Badge';
import { Card } from '@/components/Card';
import type { NotRecommendedAction, NotRecommendedOutcome } from '@/lib/api/types/decision';
import { channelIcon } from '@/lib/channels';
import './notRecommended.css';

const OUTCOMES: Record<NotRecommendedOutcome, [string, Tone]> = {
  NOT_ELIGIBLE: ['Not eligible', 'neutral'],
  SUPPRESSED: ['No consent', 'warn'],
  CONTACT_POLICY: ['Contacted enough', 'warn'],
  HELD_OUT: ['Held out', 'accent'],
  NOT_WORTHWHILE: ['Not worthwhile', 'neutral'],
  NOT_NEEDED: ['Not needed', 'neutral'],
};

/** What not to offer, and why. */
export function NotRecommendedCard({ actions }: { actions: NotRecommendedAction[] }) {
  if (actions.length === 0) return null;
  return (
    <Card title="What not to offer" sub="Every other action, with the first reason against it">
      <ul className="not-recommended">
        {actions.map((action) => {
          const Icon = channelIcon(action.channel);
          const [word, tone] = OUTCOMES[action.outcome];
          return (
            <li key={action.id}>
              <Icon aria-hidden />
              <h3>{action.name}</h3>
              <Badge tone={tone}>{word}</Badge>
              <p>{action.reason}</p>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
