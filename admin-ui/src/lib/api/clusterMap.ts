import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { request } from './request';
import type { Shape } from './shape';

/** Some customers on a plane with the clusters a model puts them in. */
export type ClusterMap = Shape<'ClusterMap'>;

/** @param features whose values are wanted too, at most four */
export const useClusterMap = (hash: string, features: string[] = []) => {
  const wanted = new URLSearchParams(features.map((name) => ['features', name]));
  const path = `/models/${encodeURIComponent(hash)}/cluster-map`;
  return useQuery({
    queryKey: ['cluster-map', hash, ...features],
    queryFn: ({ signal }) =>
      request<ClusterMap>(features.length > 0 ? `${path}?${wanted}` : path, { signal }),
    placeholderData: keepPreviousData,
  });
};
