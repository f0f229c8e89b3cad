import type { ReactNode } from 'react';
import { cx } from '@/lib/cx';
import './badge.css';

export type Tone = 'neutral' | 'good' | 'warn' | 'bad' | 'accent';

/** A short word about a state. The word says it all; the colour only repeats it. */
export function Badge({
  tone = 'neutral',
  children,
  className,
}: {
  tone?: Tone;
  children: ReactNode;
  className?: string;
}) {
  return <span className={cx('badge', `badge-${tone}`, className)}>{children}</span>;
}
