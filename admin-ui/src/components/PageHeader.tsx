import type { ReactNode } from 'react';
import { useTitle } from '@/lib/useTitle';
import './page.css';

/** The title of a page, one sentence of facts, and what can be done with the whole page. */
export function PageHeader({
  title,
  children,
  actions,
}: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  useTitle(title);
  return (
    <div className="page-head">
      <div className="page-head-text">
        <h1>{title}</h1>
        {children && <div className="page-lead">{children}</div>}
      </div>
      {actions && <div className="page-actions">{actions}</div>}
    </div>
  );
}
