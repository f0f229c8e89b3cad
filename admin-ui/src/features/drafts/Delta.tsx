import { useFormats } from '@/lib/SessionContext';

/** A number against the one that is live today. */
export function Delta({ now, live }: { now: number; live: number | null }) {
  const { integer } = useFormats();
  if (live === null) return <p className="small muted">Not live yet</p>;
  const by = now - live;
  if (by === 0) return <p className="small muted num">As many as live today</p>;
  return (
    <p className="small num">
      <b className={by > 0 ? 'delta-up' : 'delta-down'}>
        {by > 0 ? '+' : '−'}
        {integer(Math.abs(by))}
      </b>{' '}
      <span className="muted">against {integer(live)} live today</span>
    </p>
  );
}
