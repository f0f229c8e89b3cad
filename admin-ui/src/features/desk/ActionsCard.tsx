import { Card } from '@/components/Card';
import { EmptyState } from '@/components/States';
import type { Decision } from '@/lib/api/types/decision';
import { plural } from '@/lib/format';
import { ActionArticle } from './ActionArticle';
import './actions.css';

export function ActionsCard({ decision }: { decision: Decision }) {
  const { actions, notRecommended = [] } = decision;
  const considered = actions.length + notRecommended.length;
  return (
    <Card
      title="Recommended actions"
      sub={`${actions.length} of ${considered} ${plural(considered, 'action')}, the highest expected value first`}
    >
      {actions.length === 0 ? (
        <EmptyState title="Nothing to recommend now">The list beside says for each action why.</EmptyState>
      ) : (
        <ol className="actions">
          {actions.map((action) => (
            <ActionArticle
              key={action.id}
              action={action}
              first={action.rank === 1}
              customer={decision.customerId}
            />
          ))}
        </ol>
      )}
    </Card>
  );
}
