import type { MetricSummary, Model } from '@/lib/api/types/models';

/** One thing that two versions have in common, or only one of them. */
export interface Pair<T> {
  name: string;
  left: T | undefined;
  right: T | undefined;
}

function pairs<T>(left: Map<string, T>, right: Map<string, T>): Pair<T>[] {
  return [...new Set([...left.keys(), ...right.keys()])].map((name) => ({
    name,
    left: left.get(name),
    right: right.get(name),
  }));
}

const metrics = (model: Model) => new Map(model.metrics.map((m) => [m.name, m] as const));
const uses = (model: Model) => new Map(model.card.inputs.map((i) => [i.name, i.use] as const));

function settings({ card }: Model): Map<string, string> {
  return new Map([
    ['trainer', card.trainer || 'made elsewhere'],
    ['trained on', card.data.source],
    ['target', card.data.target],
    ['customers', String(card.data.customers)],
    ['rows', String(card.data.rows)],
    ['seed', String(card.seed)],
    ...Object.entries(card.settings),
  ]);
}

export const pairedMetrics = (left: Model, right: Model): Pair<MetricSummary>[] =>
  pairs(metrics(left), metrics(right));

export const pairedSettings = (left: Model, right: Model): Pair<string>[] =>
  pairs(settings(left), settings(right));

/** Inputs with their use, those that either version uses most first. */
export const pairedInputs = (left: Model, right: Model): Pair<number>[] =>
  pairs(uses(left), uses(right)).sort(
    (a, b) => Math.max(b.left ?? 0, b.right ?? 0) - Math.max(a.left ?? 0, a.right ?? 0),
  );
