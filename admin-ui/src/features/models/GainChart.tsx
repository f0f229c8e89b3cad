import { Button } from '@/components/Button';
import { Figure } from '@/components/charts/Figure';
import { type Line, LinePlot, type XY } from '@/components/charts/LinePlot';
import { niceDomain } from '@/components/charts/plotScales';
import { seriesOf } from '@/components/charts/series';
import { useFormats } from '@/lib/SessionContext';
import { bestPoint, type OperatingPoint, outcome, type Stakes } from './operatingPoints';

const HEIGHT = 320;
const THOUSAND = 1000;

interface Props {
  points: OperatingPoint[];
  index: number;
  stakes: Stakes;
  onChoose: (index: number) => void;
}

/** What every threshold would bring. */
export function GainChart({ points, index, stakes, onChoose }: Props) {
  const { percent, integer, money, wholeMoney, compactMoney } = useFormats();
  const gains = points.map((p) => outcome(p, THOUSAND, stakes));
  const line = points.map((p, i): XY => [p.threshold, gains[i]?.gain ?? 0]);
  const best = bestPoint(points, stakes);
  const [at, most] = [points[best]?.threshold ?? 0, gains[best]?.gain ?? 0];
  const lines = seriesOf([{ id: 'gain', label: 'Gain' }]).map(
    (look): Line => ({ ...look, points: line, marked: line[index] }),
  );
  return (
    <div className="card">
      <Figure
        title="Gain by threshold"
        sub={most > 0 ? `Most is gained from ${percent(at, 1)} on` : 'No threshold brings more than it costs'}
        summary={`From a threshold of ${percent(at, 1)} on, every 1,000 customers bring ${money(most)}, the most of all.`}
        columns={['Threshold', 'Contacts of 1,000', 'Cost', 'Gain']}
        rows={points.map((p, i) => [
          percent(p.threshold, 1),
          integer(gains[i]?.contacts ?? 0),
          money(gains[i]?.cost ?? 0),
          money(gains[i]?.gain ?? 0),
        ])}
        height={HEIGHT}
        end={
          best !== index && (
            <Button small onPress={() => onChoose(best)}>
              Choose the best
            </Button>
          )
        }
      >
        {(width) => (
          <LinePlot
            width={width}
            height={HEIGHT}
            x={{ domain: [0, 1], label: 'Threshold', format: (n) => percent(n), ticks: 5 }}
            y={{
              domain: niceDomain(
                line.map(([, gain]) => gain),
                0,
              ),
              label: 'Gain for every 1,000 customers',
              format: (n) => (Math.abs(n) < 10_000 ? wholeMoney(n) : compactMoney(n)),
              ticks: 5,
            }}
            lines={lines}
            read={{
              label: 'Points of the gain by threshold',
              text: (_, i) => {
                const { contacts = 0, cost = 0, gain = 0 } = gains[i] ?? {};
                return `From ${percent(points[i]?.threshold ?? 0, 1)} on: ${integer(contacts)} contacts of 1,000, cost ${money(cost)}, gain ${money(gain)}`;
              },
            }}
            reference={{ from: [0, 0], to: [1, 0], label: '' }}
          />
        )}
      </Figure>
    </div>
  );
}
