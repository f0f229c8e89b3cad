import type { DriftVerdict, ModelDrift, SubjectDrift } from '@/lib/api/monitoring';

/** A score, or an input with every model that reads it and finds it where the others do. */
export interface Watched extends SubjectDrift {
  isScore: boolean;
  /** The models it belongs to; several of an input that they share. */
  models: ModelDrift[];
  /** What the address may call it: one subject for each model. */
  subjects: string[];
}

/** The gravest first. */
export const VERDICTS: DriftVerdict[] = ['DRIFT', 'WATCH', 'NOT_ENOUGH_DATA', 'STABLE'];

/** Inputs that several models read stand once, as long as they are measured alike; the gravest first, scores before inputs. */
export function watchedOf(models: ModelDrift[]): Watched[] {
  const found = new Map<string, Watched>();
  for (const model of models) {
    const score = { ...model.scores, isScore: true, models: [model], subjects: [model.scores.subject] };
    found.set(model.scores.subject, score);
    for (const input of model.inputs) {
      const { psi, ks, wasserstein, verdict } = input.drift;
      const key = [input.name, psi?.value, ks?.value, wasserstein?.value, verdict].join(' ');
      const known = found.get(key);
      if (known) {
        known.models.push(model);
        known.subjects.push(input.subject);
      } else {
        found.set(key, { ...input, isScore: false, models: [model], subjects: [input.subject] });
      }
    }
  }
  const gravity = ({ drift }: Watched) => VERDICTS.indexOf(drift.verdict);
  return [...found.values()].toSorted(
    (a, b) =>
      gravity(a) - gravity(b) ||
      Number(b.isScore) - Number(a.isScore) ||
      (b.drift.psi?.value ?? 0) - (a.drift.psi?.value ?? 0),
  );
}
