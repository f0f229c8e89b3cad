import { ThenAndNow } from '@/components/drift/ThenAndNow';
import { VerdictBadge } from '@/components/drift/VerdictBadge';
import type { MixDrift } from '@/lib/api/monitoring';
import { useFormats } from '@/lib/SessionContext';
import { humanize } from '@/lib/text';

/** The shares of segments or actions in the last run and in the one before. */
export function MixCard({ title, mix }: { title: string; mix: MixDrift }) {
  const { fixed } = useFormats();
  const { psi, verdict } = mix.drift;
  const label = (name: string) => mix.groups.find((group) => group.name === name)?.label ?? humanize(name);
  return (
    <section className="card" aria-label={title}>
      <ThenAndNow title={title} then="Run before" drift={mix.drift} category={label} />
      <p className="mix-verdict">
        <VerdictBadge verdict={verdict} />
        <span className="muted small num">
          {psi
            ? `PSI ${fixed(psi.value, 3)}, by chance below ${fixed(psi.noise, 3)}`
            : 'The second run is the first that can be compared.'}
        </span>
      </p>
    </section>
  );
}
