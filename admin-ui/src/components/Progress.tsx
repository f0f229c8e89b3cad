import { ProgressBar } from 'react-aria-components';
import { cx } from '@/lib/cx';
import './progress.css';

/** How far something is, as a share of one; null while nobody knows. */
export function Progress({
  label,
  share,
  className,
}: {
  label: string;
  share: number | null;
  className?: string;
}) {
  const percentage = (share ?? 0) * 100;
  return (
    <ProgressBar
      className={cx('progress', className)}
      aria-label={label}
      value={percentage}
      isIndeterminate={share === null}
    >
      <span
        className={cx('progress-bar', share === null && 'progress-unknown')}
        style={share === null ? {} : { width: `${percentage}%` }}
      />
    </ProgressBar>
  );
}
