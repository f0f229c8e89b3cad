import { NumberField } from '@/components/Fields';

/** What every random choice of a training follows from; empty = the usual one. */
export function SeedField({ value, onChange }: { value: number; onChange: (seed: number) => void }) {
  return (
    <NumberField
      label="Seed of the random choices"
      value={value}
      onChange={onChange}
      minimum={0}
      step={1}
      format={{ useGrouping: false }}
      placeholder="The usual one"
    />
  );
}
