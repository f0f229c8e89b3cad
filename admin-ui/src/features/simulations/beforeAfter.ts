import { seriesOf } from '@/components/charts/series';

/** How the two strategies of a simulation look in every chart. */
export const BEFORE_AFTER = seriesOf([
  { id: 'before', label: 'Before' },
  { id: 'after', label: 'After' },
]);
