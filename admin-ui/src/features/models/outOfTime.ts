import type { EvidenceFigure, EvidenceRow, Model } from '@/lib/api/types/models';
import { figureOf, tableOf } from './evidence';

/** One figure of a measure, and how it was come by. */
export interface Lane {
  how: string;
  figure: Pick<EvidenceFigure, 'name' | 'value' | 'low' | 'high'>;
  /** The one to be believed of what the model will do from now on. */
  believed: boolean;
}

/** How a measure is later: as it was, clearly worse or better, or clearly worse than the card alone promises. */
export type Lasting = 'holds' | 'falls' | 'better' | 'promised-more' | 'unknown';

export interface MeasuredLater {
  name: string;
  lanes: Lane[];
  lasting: Lasting;
}

const TABLE = 'outOfTime';
/** Of these less is better; of the ratio of totals neither is, so nothing is said. */
const LESS_IS_BETTER = new Set(['rmse', 'mae', 'brier', 'logLoss', 'deviance']);
const MORE_IS_BETTER = new Set(['r2', 'auc', 'f1', 'precision', 'recall']);

export const outOfTimeOf = (model: Model) => tableOf(model, TABLE);

/** Each measure as the card has it, as the recipe reached it at the earlier cut, and later than it was learned. */
export function measuredLater(model: Model): MeasuredLater[] {
  const rows = outOfTimeOf(model)?.rows ?? [];
  const inRole = (role: EvidenceRow['role']) => rows.find((row) => row.role === role);
  const then = inRole('LATER');
  const before = inRole('AT_CUT');
  return (then?.figures ?? []).map(({ name }) => {
    const lanes: Lane[] = [];
    const add = (
      how: string,
      figure: Pick<EvidenceFigure, 'name' | 'value' | 'low' | 'high'> | undefined,
      believed = false,
    ) => {
      if (figure?.value != null) lanes.push({ how, figure, believed });
    };
    add('This model, cross-validated', ofCard(model, name));
    add('Its recipe at the earlier cut', figureOf(before, name));
    add('The same, measured later', figureOf(then, name), true);
    add('Earlier, knowing attributes of today', figureOf(inRole('AT_CUT_KNOWING_TODAY'), name));
    add('Later, knowing attributes of today', figureOf(inRole('LATER_KNOWING_TODAY'), name));
    const recipe = lasting(name, figureOf(before, name), figureOf(then, name));
    const card = lasting(name, ofCard(model, name), figureOf(then, name));
    return { name, lanes, lasting: recipe !== 'falls' && card === 'falls' ? 'promised-more' : recipe };
  });
}

const ofCard = (model: Model, name: string) => model.metrics.find((m) => m.name === name);

type Ranged = Pick<EvidenceFigure, 'value' | 'low' | 'high'>;

/** Whether the measure is clearly another one later: intervals that do not meet. */
function lasting(name: string, before: Ranged | undefined, then: Ranged | undefined): Lasting {
  const more = MORE_IS_BETTER.has(name);
  if ((!more && !LESS_IS_BETTER.has(name)) || before?.value == null || then?.value == null) return 'unknown';
  const lowOf = (f: Ranged) => f.low ?? f.value ?? 0;
  const highOf = (f: Ranged) => f.high ?? f.value ?? 0;
  const below = highOf(then) < lowOf(before);
  const above = lowOf(then) > highOf(before);
  if (!below && !above) return 'holds';
  return above === more ? 'better' : 'falls';
}
