import type { Excess } from '@/lib/api/limits';
import { plural } from '@/lib/format';
import { Notice } from './Notice';
import './excesses.css';

/** The limits a change goes beyond, each with what was measured; nothing when it stays inside all. */
export function Excesses({ excesses }: { excesses: Excess[] }) {
  if (excesses.length === 0) return null;
  return (
    <Notice tone="warn">
      <b>
        Beyond {excesses.length === 1 ? 'a limit' : `${excesses.length} ${plural(excesses.length, 'limit')}`},
        so a second person must approve it.
      </b>
      <ul className="excesses" aria-label="Limits passed">
        {excesses.map(({ kind, channel, text }) => (
          <li key={`${kind} ${channel}`}>{text}</li>
        ))}
      </ul>
    </Notice>
  );
}
