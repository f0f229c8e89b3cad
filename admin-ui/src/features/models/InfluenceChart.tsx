import { Figure } from '@/components/charts/Figure';
import { IntervalBars, intervalBarsHeight } from '@/components/charts/IntervalBars';
import type { InputShares, ModelAttributions } from '@/lib/api/types/attributions';
import type { Model } from '@/lib/api/types/models';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { useInputLabel } from './useInputLabel';
import { useShareText } from './useShareText';
import { versionSeries } from './versionSeries';

interface Props {
  model: Model;
  data: ModelAttributions;
}

const CLEAR = 0.3;

/** Which way an input goes, in words. */
const direction = ({ correlation }: InputShares) => {
  if (correlation === null) return DASH;
  if (correlation >= CLEAR) return 'more raises';
  return correlation <= -CLEAR ? 'more lowers' : 'depends';
};

/** The mean size of every input's share. */
export function InfluenceChart({ model, data }: Props) {
  const { fixed } = useFormats();
  const label = useInputLabel();
  const { text, unit } = useShareText(model, data.scale);
  const [first] = data.inputs;
  if (!first) return null;
  const choice = data.scale === 'DISTANCE';
  return (
    <div className="card">
      <Figure
        title={choice ? 'What separates the clusters' : 'What drives the score'}
        sub={`Mean size of each input's share: ${unit}, with its 95% interval`}
        summary={`${label(first.input)} counts most: ${text(first.meanSize)} on average.`}
        columns={['Input', 'Mean size', '95% interval', 'Direction', 'Rank correlation']}
        rows={data.inputs.map((i) => [
          label(i.input),
          text(i.meanSize),
          `${text(Math.max(0, i.meanSize - i.halfWidth))} to ${text(i.meanSize + i.halfWidth)}`,
          direction(i),
          i.correlation === null ? DASH : fixed(i.correlation, 2),
        ])}
        height={intervalBarsHeight(data.inputs.length, 1)}
      >
        {(width) => (
          <IntervalBars
            width={width}
            series={versionSeries([model])}
            rows={data.inputs.map((i) => ({
              label: label(i.input),
              measures: [
                {
                  value: i.meanSize,
                  low: i.halfWidth > 0 ? Math.max(0, i.meanSize - i.halfWidth) : null,
                  high: i.halfWidth > 0 ? i.meanSize + i.halfWidth : null,
                },
              ],
            }))}
            format={text}
          />
        )}
      </Figure>
    </div>
  );
}
