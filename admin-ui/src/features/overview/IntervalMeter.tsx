interface Props {
  value: number;
  low: number | null | undefined;
  high: number | null | undefined;
}

const percent = (n: number) => `${Math.max(0, Math.min(1, n)) * 100}%`;

/** A measure between 0 and 1 as a bar, its confidence interval as a darker band; the text beside it says both. */
export function IntervalMeter({ value, low, high }: Props) {
  if (value < 0 || value > 1) return null;
  return (
    <div className="meter interval-meter" aria-hidden>
      <i style={{ width: percent(value) }} />
      {low != null && high != null && (
        <span style={{ insetInlineStart: percent(low), width: percent(high - low) }} />
      )}
    </div>
  );
}
