import type { EvidenceFigure, Model } from '@/lib/api/types/models';
import { figureOf, tableOf } from './evidence';

/** What a measure was to reach, and whether it does, on all rows and with each distinct row counted once. */
export interface Target {
  metric: string;
  above: boolean;
  number: number;
  /** How many standard deviations of the target the number is; null = it is not meant so. */
  spreads: number | null;
  all: EvidenceFigure | null;
  /** Null when nobody measured distinct rows by themselves. */
  distinct: EvidenceFigure | null;
}

export type Reached = 'reached' | 'all-rows-only' | 'missed' | 'unknown';

/** What the product asks of every model, where its recipe asks for nothing. */
const USUAL: Record<string, number> = { r2: 0.8, f1: 0.8, precision: 0.75, silhouette: 0.55 };

const AIM = /^(\w+) ([<>]) ([\d.]+)( sd)?$/;

/** The target of each measure that has one. */
export function targetsOf(model: Model): Target[] {
  const asked = tableOf(model, 'aims')?.rows.flatMap((row) => {
    const match = AIM.exec(row.label);
    const all = figureOf(row, 'allRows') ?? null;
    if (!match || all?.baseline == null) return [];
    const [, metric = '', sign, number, spreads] = match;
    return [
      {
        metric,
        above: sign === '>',
        number: all.baseline,
        spreads: spreads ? Number(number) : null,
        all,
        distinct: figureOf(row, 'distinctRows') ?? null,
      },
    ];
  });
  return asked ?? usualTargets(model);
}

function usualTargets(model: Model): Target[] {
  const once = tableOf(model, 'copies')?.rows.find((r) => r.label.endsWith('each distinct row once'));
  return model.metrics.flatMap((metric) => {
    const number = USUAL[metric.name];
    if (number === undefined) return [];
    const distinct = figureOf(once, metric.name) ?? null;
    return [{ metric: metric.name, above: true, number, spreads: null, all: metric, distinct }];
  });
}

export function reached({ above, number, all, distinct }: Target): Reached {
  const does = (figure: EvidenceFigure | null) =>
    figure?.value == null ? null : above ? figure.value > number : figure.value < number;
  if (does(all) === null) return 'unknown';
  if (!does(all)) return 'missed';
  return does(distinct) === false ? 'all-rows-only' : 'reached';
}

/** Whether chance alone could have carried the measure to the other side of its target. */
export function uncertain({ number, all, distinct }: Target): boolean {
  return [all, distinct].some(
    (f) => f?.low != null && f.high != null && f.low !== f.high && f.low <= number && number <= f.high,
  );
}
