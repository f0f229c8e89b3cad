import type { Model, ModelInput } from '@/lib/api/types/models';

/** Whether the model's file computes an input from attributes by itself. */
export const isComputed = ({ computedFrom }: ModelInput): boolean => (computedFrom?.length ?? 0) > 0;

/** What whoever scores with the file has to bring: attributes it computes from, and inputs it cannot compute. */
export const suppliedTo = ({ card }: Model): string[] => [
  ...new Set(card.inputs.flatMap((input) => (isComputed(input) ? (input.computedFrom ?? []) : [input.name]))),
];
