import type { Json, Step } from './steps';

/** One change of a JSON value as RFC 6902 writes it. */
export type Operation = { op: 'add' | 'replace'; path: string; value: Json } | { op: 'remove'; path: string };

const pointer = (path: readonly (string | number)[]) =>
  path.map((name) => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The steps as a patch: rows that take the place of others first, then those that come or go. */
export const operationsOf = (steps: readonly Step[]): Operation[] =>
  steps.flatMap((step): Operation[] => {
    if (!('index' in step)) {
      const path = pointer(step.path);
      if (step.to === undefined) return [{ op: 'remove', path }];
      return [{ op: step.from === undefined ? 'add' : 'replace', path, value: step.to }];
    }
    const at = (i: number) => pointer([...step.path, step.index + i]);
    const both = Math.min(step.out.length, step.in.length);
    return [
      ...step.in.slice(0, both).map((value, i): Operation => ({ op: 'replace', path: at(i), value })),
      ...step.out.slice(both).map((): Operation => ({ op: 'remove', path: at(both) })),
      ...step.in.slice(both).map((value, i): Operation => ({ op: 'add', path: at(both + i), value })),
    ];
  });
