import { useState } from 'react';
import { DotPlot } from '@/components/charts/DotPlot';
import { Figure } from '@/components/charts/Figure';
import { Legend } from '@/components/charts/Legend';
import { type Axis, niceDomain } from '@/components/charts/plotScales';
import { SelectMany } from '@/components/Select';
import { ErrorState, Skeleton } from '@/components/States';
import { type ClusterMap, useClusterMap } from '@/lib/api/clusterMap';
import type { Model } from '@/lib/api/types/models';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { clusterLooks } from './clusterLooks';
import { useInputLabel } from './useInputLabel';

const MOST = 4;
const USUAL = 3;
/** Customers drawn in each of the plots. */
const DOTS = 400;
const HEIGHT = 250;

/** Up to four features a clustering reads, each against each other. */
export function PairPlotCard({ model }: { model: Model }) {
  const numbers = model.card.inputs
    .filter((input) => input.type === 'NUMBER')
    .toSorted((a, b) => b.use - a.use)
    .map((input) => input.name);
  const [chosen, setChosen] = useState(() => numbers.slice(0, USUAL));
  const map = useClusterMap(model.hash, chosen);
  const named = useInputLabel();
  return (
    <div className="card">
      <div className="pair-choice">
        <SelectMany
          label="Features against each other"
          hint="Two to four"
          values={chosen}
          onChange={(names) => {
            if (names.length >= 2 && names.length <= MOST)
              setChosen(numbers.filter((n) => names.includes(n)));
          }}
          options={numbers.map((id) => ({ id, label: named(id) }))}
        />
      </div>
      {map.error ? (
        <ErrorState error={map.error} onRetry={() => void map.refetch()} />
      ) : map.data ? (
        <Pairs map={map.data} />
      ) : (
        <Skeleton height={HEIGHT} label="Loading the features" />
      )}
    </div>
  );
}

function Pairs({ map }: { map: ClusterMap }) {
  const { number, integer } = useFormats();
  const named = useInputLabel();
  const looks = clusterLooks(map);
  const pairs = map.pairs.flatMap((a, i) => map.pairs.slice(i + 1).map((b) => [a, b] as const));
  const every = Math.max(1, Math.ceil(map.x.length / DOTS));
  const axis = ({ name, values }: ClusterMap['pairs'][number]): Axis => ({
    domain: niceDomain(values.filter((v) => v !== null)),
    label: named(name),
    format: (n) => (Math.abs(n) < 10_000 ? number(n, 1) : `${integer(n / 1000)}k`),
    ticks: 4,
  });
  const mean = (values: (number | null)[], cluster: number) => {
    const known = values.filter((v, i) => v !== null && map.cluster[i] === cluster) as number[];
    return known.length === 0 ? DASH : number(known.reduce((sum, v) => sum + v, 0) / known.length);
  };
  return (
    <Figure
      title="Features by cluster"
      sub="Each against each other, in its own unit"
      summary="The table has the mean of each feature in each cluster."
      columns={['Cluster', ...map.pairs.map((p) => `${named(p.name)}, mean`)]}
      rows={map.centres.map((c) => [c.cluster, ...map.pairs.map((p) => mean(p.values, c.cluster))])}
      tableNote="Means of the customers shown."
      height={HEIGHT}
    >
      {(width) => (
        <>
          <Legend series={looks} />
          <div className="pair-plots">
            {pairs.map(([a, b]) => (
              <DotPlot
                key={`${a.name} ${b.name}`}
                width={plotWidth(width, pairs.length)}
                height={HEIGHT}
                label={`${named(a.name)} and ${named(b.name)}`}
                x={axis(a)}
                y={axis(b)}
                dots={a.values.flatMap((x, i) => {
                  const y = b.values[i];
                  if (i % every !== 0 || x === null || y == null) return [];
                  const look = looks.find((l) => l.id === String(map.cluster[i]));
                  return [{ x, y, color: look?.color ?? 'var(--ink-3)' }];
                })}
              />
            ))}
          </div>
        </>
      )}
    </Figure>
  );
}

/** As many beside each other as have room. */
function plotWidth(width: number, plots: number): number {
  const columns = Math.max(1, Math.min(plots, 3, Math.floor(width / 250)));
  return Math.floor((width - 16 * (columns - 1)) / columns);
}
