import { type Series, seriesOf } from '@/components/charts/series';
import type { Model } from '@/lib/api/types/models';
import { versionName } from './evidence';

/** How each version is drawn, the same in every chart. */
export const versionSeries = (models: Model[]): Series[] =>
  seriesOf(models.map((m) => ({ id: m.hash, label: versionName(m) })));
