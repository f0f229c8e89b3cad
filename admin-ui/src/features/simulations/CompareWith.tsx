import { useNavigate } from '@tanstack/react-router';
import { Select } from '@/components/Select';
import { useSimulations } from '@/lib/api/simulations';
import { useFormats } from '@/lib/SessionContext';

/** Leads to this simulation beside another finished one. */
export function CompareWith({ id }: { id: string }) {
  const { when } = useFormats();
  const navigate = useNavigate();
  const others = (useSimulations().data ?? []).filter((s) => s.id !== id && s.result !== null);
  if (others.length === 0) return null;
  return (
    <Select
      label="Compare with"
      hideLabel
      placeholder="Compare with…"
      value=""
      options={others.map((s) => ({ id: s.id, label: s.label, hint: when(s.createdAt) }))}
      onChange={(second) => void navigate({ to: '/simulations/compare', search: { first: id, second } })}
    />
  );
}
