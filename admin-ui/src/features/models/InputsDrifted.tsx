import { Link } from '@tanstack/react-router';
import { Notice } from '@/components/Notice';
import { NotLoaded } from '@/components/NotLoaded';
import { useMonitoring } from '@/lib/api/monitoring';
import type { Model } from '@/lib/api/types/models';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';

/** How many inputs of a version are no longer as they were when it learned; nothing while monitoring does not know it. */
export function InputsDrifted({ model }: { model: Model }) {
  const { integer } = useFormats();
  const monitoring = useMonitoring();
  const watched = monitoring.data?.models.find((m) => m.hash === model.hash);
  if (!watched) return <NotLoaded query={monitoring} what="Whether its inputs have drifted" />;
  const drifted = watched.inputs.filter((input) => input.drift.verdict === 'DRIFT');
  const [first] = drifted;
  const all = watched.inputs.length;
  return (
    <Notice tone={drifted.length > 0 ? 'warn' : 'info'}>
      {integer(drifted.length)} of {integer(all)} {plural(all, 'input')}{' '}
      {plural(drifted.length, 'has', 'have')} drifted from what it learned from.{' '}
      <Link to="/monitoring" search={first ? { subject: first.subject } : {}}>
        {first ? `See ${first.label} then and now` : 'See Monitoring'}
      </Link>
    </Notice>
  );
}
