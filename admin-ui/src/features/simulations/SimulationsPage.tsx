import { Link } from '@tanstack/react-router';
import { Card } from '@/components/Card';
import { Loaded } from '@/components/Loaded';
import { PageHeader } from '@/components/PageHeader';
import { ShowMore } from '@/components/ShowMore';
import { EmptyState } from '@/components/States';
import { useSimulations } from '@/lib/api/simulations';
import { SimulationTable } from './SimulationTable';
import '@/components/button.css';
import './simulations.css';

/** What was tried on every customer before anything was published. */
export function SimulationsPage() {
  const simulations = useSimulations();
  return (
    <>
      <PageHeader title="Simulations">
        Another model in the live strategy, decided for every customer without storing a decision.
      </PageHeader>
      <Loaded query={simulations} height={420} label="Loading simulations">
        {(items) =>
          items.length === 0 ? (
            <div className="card">
              <EmptyState
                title="Nothing was simulated yet"
                action={
                  <Link to="/models" className="btn btn-primary">
                    Go to the models
                  </Link>
                }
              >
                Open a version that is not the champion and see what it would change.
              </EmptyState>
            </div>
          ) : (
            <Card title="Simulations made" sub="Newest first" flush>
              <SimulationTable simulations={items} />
              <ShowMore list={simulations} />
            </Card>
          )
        }
      </Loaded>
    </>
  );
}
