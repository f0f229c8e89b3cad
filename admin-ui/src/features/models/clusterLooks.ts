import { type Series, seriesOf } from '@/components/charts/series';
import type { ClusterMap } from '@/lib/api/clusterMap';

/** A colour for each cluster, named by its number. */
export const clusterLooks = (map: Pick<ClusterMap, 'centres'>): Series[] =>
  seriesOf(map.centres.map(({ cluster }) => ({ id: String(cluster), label: `Cluster ${cluster}` }))).map(
    (look) => ({ ...look, dash: '' }),
  );
