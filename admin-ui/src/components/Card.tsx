import { type ReactNode, useId } from 'react';
import { cx } from '@/lib/cx';
import './card.css';

interface Props {
  title: ReactNode;
  sub?: ReactNode;
  /** Buttons and switches at the right of the title. */
  end?: ReactNode;
  className?: string;
  children: ReactNode;
  /** Content that brings its own padding, such as a table to the edges. */
  flush?: boolean;
}

export function Card({ title, sub, end, className, children, flush }: Props) {
  const id = useId();
  return (
    <section className={cx('card', className)} aria-labelledby={id}>
      <div className="card-head">
        <div className="card-title">
          <h2 id={id}>{title}</h2>
          {sub && <div className="card-sub">{sub}</div>}
        </div>
        {end && <div className="card-end">{end}</div>}
      </div>
      <div className={flush ? 'card-flush' : 'card-body'}>{children}</div>
    </section>
  );
}
