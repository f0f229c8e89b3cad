import { DotPlot } from '@/components/charts/DotPlot';
import { Figure } from '@/components/charts/Figure';
import { Legend } from '@/components/charts/Legend';
import { type Axis, niceDomain } from '@/components/charts/plotScales';
import { Loaded } from '@/components/Loaded';
import { type ClusterMap, useClusterMap } from '@/lib/api/clusterMap';
import type { Model } from '@/lib/api/types/models';
import { useFormats } from '@/lib/SessionContext';
import { clusterLooks } from './clusterLooks';
import { useInputLabel } from './useInputLabel';

const HEIGHT = 420;

/** The customers of now on a plane, coloured by the cluster this version puts them in. */
export function ClusterMapCard({ model }: { model: Model }) {
  const map = useClusterMap(model.hash);
  return (
    <div className="card">
      <Loaded query={map} height={HEIGHT + 60} label="Loading the map of the clusters">
        {(data) => <Drawn map={data} />}
      </Loaded>
    </div>
  );
}

function Drawn({ map }: { map: ClusterMap }) {
  const { integer, percent, fixed, when } = useFormats();
  const named = useInputLabel();
  const looks = clusterLooks(map);
  const color = (cluster: number) =>
    looks.find((look) => look.id === String(cluster))?.color ?? 'var(--ink-3)';
  const [first, second] = map.axes;
  const axis = (which: typeof first, values: number[], name: string): Axis => ({
    domain: niceDomain(values),
    label: `${name} component: ${percent(which?.explained ?? 0)} of the spread`,
    format: (n) => fixed(n, 1),
    ticks: 5,
  });
  const mostly = (which: typeof first) =>
    which?.weights
      .slice(0, 2)
      .map(({ feature, weight }) => `${weight < 0 ? 'less' : 'more'} ${named(feature).toLowerCase()}`)
      .join(', ') ?? '';
  const shown = map.x.length;
  const both = (first?.explained ?? 0) + (second?.explained ?? 0);
  return (
    <Figure
      title="Map of the clusters"
      sub={`${integer(shown)} of ${integer(map.customers)} customers as of ${when(map.asOf)}, by two principal components`}
      summary={`The plane shows ${percent(both)} of the spread of what the model reads. The largest cluster here is ${largest(map)}.`}
      columns={['Cluster', 'Customers shown', 'First component', 'Second component']}
      rows={map.centres.map((c) => [c.cluster, integer(c.customers), fixed(c.x, 2), fixed(c.y, 2)])}
      tableNote="The centres of the clusters."
      height={HEIGHT}
    >
      {(width) => (
        <>
          <Legend series={looks} />
          <DotPlot
            width={width}
            height={HEIGHT}
            label="Centres of the clusters"
            x={axis(first, map.x, 'First')}
            y={axis(second, map.y, 'Second')}
            dots={map.x.map((x, i) => ({ x, y: map.y[i] ?? 0, color: color(map.cluster[i] ?? 0) }))}
            centres={map.centres.map((c) => ({
              x: c.x,
              y: c.y,
              name: String(c.cluster),
              color: color(c.cluster),
              text: `Cluster ${c.cluster}: ${integer(c.customers)} of those shown, ${percent(c.customers / shown, 1)}`,
            }))}
          />
          <p className="muted small">
            To the right: {mostly(first)}. Upwards: {mostly(second)}.
          </p>
        </>
      )}
    </Figure>
  );
}

const largest = (map: ClusterMap): number | undefined =>
  map.centres.toSorted((a, b) => b.customers - a.customers)[0]?.cluster;
