import type { ReactNode } from 'react';
import { Notice } from '@/components/Notice';
import type { Shadow } from '@/lib/api/shadows';
import { useFormats } from '@/lib/SessionContext';
import { ShadowChanges } from './ShadowChanges';
import { ShadowRealised } from './ShadowRealised';
import { ShadowScores } from './ShadowScores';
import './shadow.css';

/** What a version would have changed in the last run, how its scores differ, and what both turned out to be worth. */
export function ShadowBlock({ shadow, children }: { shadow: Shadow; children?: ReactNode }) {
  const { when } = useFormats();
  const { latest, underWay, realised } = shadow;
  if (!latest) {
    return (
      <>
        <Notice>
          {underWay
            ? 'It is being compared with the champion now.'
            : 'It has not been compared yet: the next decision on the whole base does that.'}
        </Notice>
        {children}
      </>
    );
  }
  return (
    <div className="stack">
      <p className="muted small">
        Run of {when(latest.runAsOf)}, decided by version {latest.championVersion}.{' '}
        {underWay && 'It is being compared again now.'}
      </p>
      {latest.failure && (
        <Notice tone="bad">
          It could not be compared; the champion decided all the same. {latest.failure}
        </Notice>
      )}
      {latest.changes && <ShadowChanges changes={latest.changes} recent={shadow.recent} />}
      {latest.scores && <ShadowScores scores={latest.scores} champion={latest.championVersion} />}
      <ShadowRealised shadow={shadow} realised={realised} />
      {children}
    </div>
  );
}
