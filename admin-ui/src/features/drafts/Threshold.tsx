import { ErrorState, Skeleton } from '@/components/States';
import type { Operator } from '@/lib/api/types/condition';
import { ThresholdFigure } from './ThresholdFigure';
import { THRESHOLD_HEIGHT } from './thresholdCurve';
import { useDistributionNow } from './useDistributionNow';
import './threshold.css';

interface Props {
  place: string;
  operator: Operator;
  /** As it stands in the draft. */
  value: number;
  onChange: (value: number) => void;
}

/** Where a comparison divides the customers, to be moved by hand while counts and values follow. */
export function Threshold({ place, operator, value, onChange }: Props) {
  const { data, error, refetch, behind } = useDistributionNow(place);
  return (
    <section className="threshold-panel" aria-label="Threshold on a picture">
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton height={THRESHOLD_HEIGHT} label="Counting customers" />
      ) : data.distribution ? (
        <ThresholdFigure
          distribution={data.distribution}
          operator={operator}
          value={value}
          onChange={onChange}
          behind={behind}
          reached={place.startsWith('segments/') ? 'Reached' : 'Get it first'}
        />
      ) : (
        <p className="muted">
          {data.scoring.length > 0
            ? 'Known as soon as the model of the draft has scored the customers.'
            : 'Known as soon as the problems above are solved.'}
        </p>
      )}
    </section>
  );
}
