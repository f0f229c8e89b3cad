import './badge.css';

/** A share as a bar; the number beside it says the same, so the bar itself is not spoken. */
export function Meter({ share, color = 'var(--accent)' }: { share: number; color?: string }) {
  const width = `${Math.max(0, Math.min(1, share)) * 100}%`;
  return (
    <div className="meter" aria-hidden>
      {share > 0 && <i style={{ width, background: color }} />}
    </div>
  );
}
