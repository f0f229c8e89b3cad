import { ProgressBar } from 'react-aria-components';
import { cx } from '@/lib/cx';
import './progress.css';

/** How far something is, as a share of one; null while nobody knows. What has only begun is shown to be going on, not as an empty strip. */
export function Progress({
  label,
  share,
  className,
}: {
  label: string;
  share: number | null;
  className?: string;
}) {
  const unknown = share === null || share <= 0;
  const percentage = (share ?? 0) * 100;
  return (
    <ProgressBar
      className={cx('progress', className)}
      aria-label={label}
      value={percentage}
      isIndeterminate={unknown}
    >
      <span
        className={cx('progress-bar', unknown && 'progress-unknown')}
        style={unknown ? {} : { width: `${percentage}%` }}
      />
    </ProgressBar>
  );
}
