import { useNavigate, useSearch } from '@tanstack/react-router';
import { Users } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Figure } from '@/components/charts/Figure';
import { ScatterPlot } from '@/components/charts/ScatterPlot';
import type { Range2d } from '@/components/charts/scatterScales';
import { Loaded } from '@/components/Loaded';
import { EmptyState } from '@/components/States';
import { useScatter } from '@/lib/api/scatter';
import type { Scatter } from '@/lib/api/types/overview';
import { useFormats, useMay } from '@/lib/SessionContext';
import type { SegmentPalette } from '@/lib/segments';
import { useScores } from '@/lib/useScores';
import { RangeFields } from './RangeFields';
import { rangeCondition } from './rangeCondition';
import { SaveAudience } from './SaveAudience';
import { PLOT_HEIGHT } from './sizes';

interface Props {
  palette: SegmentPalette;
  active: string;
  threshold: number;
}

/** What customers are worth by how likely they leave. What is selected, by dragging or by the four fields, can be saved as an audience. */
export function ValueRiskCard(props: Props) {
  const scatter = useScatter(true);
  return (
    <Loaded query={scatter} height={PLOT_HEIGHT + 150} label="Loading scatter">
      {(data) =>
        data.points.x.length === 0 ? (
          <EmptyState title="No scored customers to draw yet" />
        ) : (
          <ValueRisk scatter={data} {...props} />
        )
      }
    </Loaded>
  );
}

function ValueRisk({ scatter, palette, active, threshold }: Props & { scatter: Scatter }) {
  const { riskFrom, riskTo, clvFrom, clvTo } = useSearch({ from: '/' });
  const navigate = useNavigate({ from: '/' });
  const { integer, percent, compactMoney, money } = useFormats();
  const { value, risk } = useScores();
  const [saving, setSaving] = useState(false);
  const maySave = useMay('ADMIN', 'MARKETER');
  const range: Range2d | null =
    riskFrom === undefined || riskTo === undefined || clvFrom === undefined || clvTo === undefined
      ? null
      : { x: [riskFrom, riskTo], y: [clvFrom, clvTo] };
  const setRange = (to: Range2d | null) =>
    void navigate({
      replace: true,
      search: (old) => ({ ...old, riskFrom: to?.x[0], riskTo: to?.x[1], clvFrom: to?.y[0], clvTo: to?.y[1] }),
    });
  const { points, total, segments } = scatter;
  const drawn = points.x.length;
  const sampled = drawn < total;
  return (
    <>
      <Figure
        title={`${value.label} by ${risk.words}`}
        sub={
          maySave
            ? 'Drag to select customers, then save them as an audience'
            : 'Drag to select and count customers'
        }
        summary={`Scatter of ${integer(drawn)} customers: ${risk.words} from 0 to 100% against ${value.words}.`}
        height={PLOT_HEIGHT}
        columns={['Segment', risk.label, value.label]}
        rows={points.x.map((x, i) => [
          palette.of(segments[points.segment[i] ?? -1] ?? 'No segment').label,
          x === null ? '' : percent(x, 1),
          money(points.y[i] ?? 0),
        ])}
        end={
          maySave &&
          range && (
            <Button small kind="primary" onPress={() => setSaving(true)}>
              <Users aria-hidden />
              Save as audience
            </Button>
          )
        }
      >
        {(width) => (
          <ScatterPlot
            points={points}
            groups={segments.map((name) => palette.of(name))}
            active={active}
            width={width}
            height={PLOT_HEIGHT}
            threshold={threshold}
            formatX={(v) => percent(v)}
            formatY={compactMoney}
            thresholdLabel={`At risk, from ${percent(threshold)}`}
            xLabel={`${risk.label} →`}
            label={`${integer(drawn)} customers by ${risk.words} and ${value.words}. Select with the fields below.`}
            range={range}
            onRange={setRange}
          />
        )}
      </Figure>
      <RangeFields range={range} onRange={setRange} amounts={points.y} />
      {sampled && (
        <p className="range-note muted small">
          Drawn: {integer(drawn)} of {integer(total)} customers, a random sample. Counts are of all customers.
        </p>
      )}
      {range && (
        <SaveAudience
          open={saving}
          onClose={() => setSaving(false)}
          condition={rangeCondition({ value, risk }, range)}
        />
      )}
    </>
  );
}
