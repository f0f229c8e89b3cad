import type { EvidenceRow, Model, ModelSummary } from '@/lib/api/types/models';
import { tableOf } from './evidence';
import { trainerName } from './trainerNames';

/** A version of the same score that a row of a card is about. */
export interface Rival {
  row: EvidenceRow;
  /** What it is called: its trainer and its version. */
  name: string;
  /** The version itself, where the registry that is shown has it. */
  model: Pick<Model, 'hash' | 'version'> | undefined;
}

/** Name of the table of the models that were trained on the same customers by other recipes. */
export const RIVALS = 'rivals';

/** Name of the table of the models that an average is the mean of. */
export const PARTS = 'parts';

/** The versions that a table of a card is about; nothing when the card has no such table. */
export const rivalsOf = (model: Model, table: string, siblings: ModelSummary[]): Rival[] =>
  (tableOf(model, table)?.rows ?? []).map((row) => ({
    row,
    name: row.model ? `${trainerName(row.model.trainer)}, version ${row.model.version}` : row.label,
    model: [model, ...siblings].find((m) => m.hash === row.model?.hash),
  }));
