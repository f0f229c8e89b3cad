import { Figure } from '@/components/charts/Figure';
import { LinePlot, type XY } from '@/components/charts/LinePlot';
import { type Axis, niceDomain } from '@/components/charts/plotScales';
import { seriesOf } from '@/components/charts/series';
import type { RealisedScore } from '@/lib/api/monitoring';
import { useFormats } from '@/lib/SessionContext';
import { useScoreText } from '@/lib/useScoreText';

const HEIGHT = 280;

/** What the scores promised against what happened, in ten parts of the customers by rising score. */
export function RealisedCalibration({ score }: { score: RealisedScore }) {
  const { integer } = useFormats();
  const { text, short } = useScoreText(score);
  const { deciles } = score.quality;
  const points = deciles.map((d): XY => [d.predicted, d.actual]);
  const domain: [number, number] = score.kind === 'PROBABILITY' ? [0, 1] : niceDomain(points.flat(), 0);
  const axis = (label: string): Axis => ({ domain, label, format: short, ticks: 5 });
  const off = (d: (typeof deciles)[number]) => Math.abs(d.predicted - d.actual);
  const [worst] = deciles.toSorted((a, b) => off(b) - off(a));
  return (
    <Figure
      title={`${score.label} by tenth`}
      sub="Mean score against what happened"
      summary={
        worst
          ? `At worst the score said ${text(worst.predicted)} where ${text(worst.actual)} happened.`
          : 'Nothing was measured.'
      }
      columns={['Tenth by rising score', 'Mean score', 'What happened', 'Customers']}
      rows={deciles.map((d, i) => [i + 1, text(d.predicted), text(d.actual), integer(d.customers)])}
      height={HEIGHT}
    >
      {(width) => (
        <LinePlot
          width={width}
          height={HEIGHT}
          x={axis('Mean score')}
          y={axis('What happened')}
          lines={seriesOf([{ id: score.score, label: score.label }]).map((look) => ({ ...look, points }))}
          reference={{ from: [domain[0], domain[0]], to: [domain[1], domain[1]], label: 'as promised' }}
          dots
          read={{
            label: `Tenths of ${score.label}`,
            text: (_, i) => {
              const { predicted = 0, actual = 0, customers = 0 } = deciles[i] ?? {};
              return `Tenth ${i + 1}, ${integer(customers)} customers: mean score ${text(predicted)}, ${text(actual)} happened`;
            },
          }}
        />
      )}
    </Figure>
  );
}
