import { Link } from '@tanstack/react-router';
import type { Decision } from '@/lib/api/types/decision';
import { useMay } from '@/lib/SessionContext';
import { listed } from '@/lib/text';

/** The strategy and the exact models behind a decision, each a way to it for whoever may go there. */
export function MadeBy({ decision }: { decision: Decision }) {
  const { strategyHash, modelHashes, scores, arm } = decision;
  const maySee = useMay('ADMIN', 'MARKETER', 'APPROVER', 'ANALYST');
  const models = Object.entries(modelHashes);
  const label = (score: string) => scores.find((s) => s.name === score)?.label ?? score;
  if (!maySee) {
    return (
      <p className="trace-made muted small">Scored by {listed(models.map(([score]) => label(score)))}.</p>
    );
  }
  return (
    <p className="trace-made muted small">
      Decided by{' '}
      <Link to="/strategy" search={{ tab: 'history', strategy: strategyHash }}>
        {arm === 'CHALLENGER' ? 'the challenger' : arm === 'CHAMPION' ? 'the champion' : 'this strategy'}
      </Link>
      , scored by the models{' '}
      {models.map(([score, hash], i) => (
        <span key={score}>
          {i > 0 && ', '}
          <Link to="/models" search={{ version: hash }}>
            {label(score)}
          </Link>
        </span>
      ))}
      .
    </p>
  );
}
