import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { ApiError } from '@/lib/api/request';
import { cx } from '@/lib/cx';
import './states.css';

const ICONS = { info: Info, warn: TriangleAlert, bad: CircleAlert, good: CircleCheck };

export function Notice({ tone = 'info', children }: { tone?: keyof typeof ICONS; children: ReactNode }) {
  const Icon = ICONS[tone];
  return (
    <div className={cx('notice', `notice-${tone}`)} role={tone === 'bad' ? 'alert' : undefined}>
      <Icon aria-hidden />
      <div>{children}</div>
    </div>
  );
}

/** Why an act was refused, near the button that asked for it; nothing when it was not. */
export function Refusal({ error }: { error: unknown }) {
  if (!error) return null;
  const known = error instanceof ApiError ? error : null;
  const problems = known?.problems.filter((p) => !p.field) ?? [];
  return (
    <Notice tone="bad">
      <b>{known?.message ?? 'That did not work.'}</b>
      {known?.hint && <div>{known.hint}</div>}
      {problems.length > 0 && (
        <ul>
          {problems.map((p) => (
            <li key={p.message}>{p.message}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
