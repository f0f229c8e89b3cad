import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { EmptyState, ErrorState } from '@/components/States';
import { useTitle } from '@/lib/useTitle';

export function NotFound() {
  useTitle('Not found');
  return (
    <div className="card">
      <h1 className="sr">Not found</h1>
      <EmptyState title="There is no page at this address" action={<Link to="/">Go to the overview</Link>}>
        Maybe the link is old or was cut off.
      </EmptyState>
    </div>
  );
}

export const RouteFailure = ({ error, reset }: ErrorComponentProps) => (
  <div className="card">
    <h1 className="sr">Something failed</h1>
    <ErrorState error={error} onRetry={reset} />
  </div>
);
