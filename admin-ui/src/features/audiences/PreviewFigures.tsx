import { Refusal } from '@/components/Notice';
import { SampleTable } from '@/components/SampleTable';
import { ErrorState, Skeleton } from '@/components/States';
import { useAudiencePreview } from '@/lib/api/previewAudience';
import { ApiError } from '@/lib/api/request';
import type { AudiencePreview, AudienceSource } from '@/lib/api/types/audiences';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';

interface Props {
  source: AudienceSource | null;
  channel: string;
}

/** How many customers the audience holds now, whom consent and holdouts leave out, and a few of them by name. */
export function PreviewFigures({ source, channel }: Props) {
  const preview = useAudiencePreview(source, channel);
  if (!source) return <p className="muted">Nothing to count yet: a value is missing.</p>;
  if (preview.error instanceof ApiError && preview.error.status === 409) {
    return <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />;
  }
  if (preview.error) return <Refusal error={preview.error} />;
  if (!preview.data) return <Skeleton height={190} label="Counting" />;
  return (
    <div style={{ opacity: preview.isPlaceholderData ? 0.5 : 1 }}>
      <Counts preview={preview.data} />
      <SampleTable rows={preview.data.sample.slice(0, 5)} />
    </div>
  );
}

function Counts({ preview }: { preview: AudiencePreview }) {
  const { integer, when } = useFormats();
  const { customers, suppressed, asOf } = preview;
  const left = [
    suppressed.noConsent > 0 && `${integer(suppressed.noConsent)} without consent for the channel`,
    suppressed.heldOut > 0 && `${integer(suppressed.heldOut)} held out to measure lift`,
    (suppressed.gone ?? 0) > 0 && `${integer(suppressed.gone ?? 0)} no longer in the base`,
  ].filter(Boolean);
  return (
    <div aria-live="polite" className="preview-counts">
      <div className="big-number num">{integer(customers)}</div>
      <p className="muted">
        {plural(customers, 'customer')} now{asOf && `, scores from ${when(asOf)}`}
      </p>
      {left.length > 0 && <p className="preview-left">Left out: {left.join(', ')}.</p>}
    </div>
  );
}
