import { CircleAlert, ShieldCheck, TriangleAlert } from 'lucide-react';
import { Notice } from '@/components/Notice';
import type { Model } from '@/lib/api/types/models';
import { cx } from '@/lib/cx';
import { useNamedText } from '@/lib/useNamedText';
import { type Doubt, doubtsOf, wasGuarded } from './doubts';

/** What weakens trust in a version, in words, the gravest first. */
export function Findings({ model }: { model: Model }) {
  const doubts = doubtsOf(model);
  if (doubts.length === 0) {
    return wasGuarded(model) ? (
      <p className="model-guarded">
        <ShieldCheck aria-hidden />
        Looked for copies, giveaways, leaks in time, few rows and unstable measures: nothing was found.
      </p>
    ) : (
      <Notice>Nobody looked for leaks or copies in what this model was made from.</Notice>
    );
  }
  return <DoubtList doubts={doubts} label="Reasons for doubt" />;
}

/** Only the findings of some kinds, where what they are about is shown; nothing when there are none. */
export function FindingList({ model, only }: { model: Model; only: string[] }) {
  const doubts = doubtsOf(model).filter(({ kind }) => only.includes(kind));
  return doubts.length > 0 ? <DoubtList doubts={doubts} label="Findings" /> : null;
}

function DoubtList({ doubts, label }: { doubts: Doubt[]; label: string }) {
  const named = useNamedText();
  return (
    <ul className="model-findings" aria-label={label}>
      {doubts.map(({ title, text, features, grave }) => {
        const Icon = grave ? CircleAlert : TriangleAlert;
        return (
          <li key={text} className={cx('notice', grave ? 'notice-bad' : 'notice-warn')}>
            <Icon aria-hidden />
            <div>
              <b>{title}</b>
              {grave && <span className="sr"> (grave)</span>}
              <div>{named(text, features)}</div>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
