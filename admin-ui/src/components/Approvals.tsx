import { CircleCheck, CircleDashed } from 'lucide-react';
import { useFormats } from '@/lib/SessionContext';
import './approvals.css';

interface Props {
  approvals: { by: string; at: string; text: string }[];
  needed: number;
}

/** Who has approved, and how many still have to. */
export function Approvals({ approvals, needed }: Props) {
  const { when } = useFormats();
  const missing = Math.max(0, needed - approvals.length);
  return (
    <ol className="approvals" aria-label={`${approvals.length} of ${needed} approvals`}>
      {approvals.map(({ by, at, text }) => (
        <li key={by} className="approval-given">
          <CircleCheck aria-hidden />
          <div>
            <b>{by}</b> approved <span className="muted small">{when(at)}</span>
            {text && <p className="approval-text">{text}</p>}
          </div>
        </li>
      ))}
      {Array.from({ length: missing }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing tells them apart
        <li key={i}>
          <CircleDashed aria-hidden />
          {approvals.length + i === 0 ? 'An approver' : 'Another approver'} has to agree
        </li>
      ))}
    </ol>
  );
}
