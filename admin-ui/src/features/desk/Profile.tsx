import { EmptyState } from '@/components/States';
import type { Customer } from '@/lib/api/types/customers';
import { ActionsCard } from './ActionsCard';
import { ContactsCard } from './ContactsCard';
import { FactsCard } from './FactsCard';
import { NearestChangesCard } from './NearestChangesCard';
import { NotRecommendedCard } from './NotRecommendedCard';
import { ProfileHead } from './ProfileHead';
import { TraceCard } from './TraceCard';
import { TransactionsCard } from './TransactionsCard';
import { WhyCard } from './WhyCard';

export function Profile({ customer }: { customer: Customer }) {
  const { decision } = customer;
  return (
    <div className="stack">
      <ProfileHead customer={customer} />
      <div className="two">
        <div className="stack">
          {decision ? (
            <>
              <ActionsCard decision={decision} />
              {decision.trace && <TraceCard trace={decision.trace} decision={decision} />}
            </>
          ) : (
            <div className="card">
              <EmptyState title="No decision yet">
                Decide now to see scores, segment and recommended actions.
              </EmptyState>
            </div>
          )}
        </div>
        <div className="stack">
          {decision?.trace && <WhyCard explanations={decision.trace.scores} />}
          {decision && <NearestChangesCard customer={customer.id} />}
          {decision?.notRecommended && <NotRecommendedCard actions={decision.notRecommended} />}
          <FactsCard customer={customer} />
          <ContactsCard customer={customer.id} decision={decision} />
          <TransactionsCard customer={customer} />
        </div>
      </div>
    </div>
  );
}
