import { Meter } from '@/components/Meter';
import { EmptyState } from '@/components/States';
import type { ModelInput } from '@/lib/api/types/models';
import { useFormats } from '@/lib/SessionContext';
import { useInputLabel } from './useInputLabel';

/** What the model reads, the most used first. */
export function InputUse({ inputs }: { inputs: ModelInput[] }) {
  const { percent } = useFormats();
  const label = useInputLabel();
  if (inputs.length === 0) return <EmptyState title="The card names no inputs" />;
  const sorted = [...inputs].sort((a, b) => b.use - a.use);
  const most = Math.max(...sorted.map((i) => i.use));
  return (
    <ul className="model-inputs">
      {sorted.map((input) => (
        <li key={input.name}>
          <span>{label(input.name)}</span>
          <Meter share={most > 0 ? Math.max(0, input.use / most) : 0} color="var(--accent)" />
          <span className="num">{most > 0 ? percent(input.use, 1) : 'not measured'}</span>
        </li>
      ))}
    </ul>
  );
}
