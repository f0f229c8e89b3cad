import { useNavigate } from '@tanstack/react-router';
import { SelectMany } from '@/components/Select';
import type { Model, ModelSummary } from '@/lib/api/types/models';
import { versionName } from './evidence';
import { MOST_COMPARED } from './search';

interface Props {
  model: Model;
  siblings: ModelSummary[];
  /** The versions it is compared with. */
  others: ModelSummary[];
}

/** Which other versions of the score stand beside the open one. */
export function CompareSelect({ model, siblings, others }: Props) {
  const navigate = useNavigate({ from: '/models' });
  if (siblings.length === 0) return null;
  const compare = (hashes: string[]) => {
    const named = hashes.slice(0, MOST_COMPARED - 1).join(',');
    void navigate({
      search: (old) => ({ ...old, version: model.hash, with: named || undefined }),
      replace: true,
    });
  };
  return (
    <SelectMany
      label="Compare with"
      className="model-compare"
      placeholder="Nothing"
      values={others.map((m) => m.hash)}
      onChange={compare}
      options={siblings.map((m) => ({
        id: m.hash,
        label: versionName(m),
        hint: m.aliases.join(', ').toLowerCase(),
      }))}
    />
  );
}
