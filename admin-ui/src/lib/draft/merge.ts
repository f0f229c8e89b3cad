import type { DraftDocument } from '@/lib/api/types/drafts';
import type { DecisionTable } from '@/lib/api/types/tables';
import { contactOf, limitsOf } from './contactEdit';
import { examplesOf } from './examples';
import { modelsOf } from './models';
import { same } from './steps';
import { hasNames, mergedRows, type Three } from './tableMerge';
import { isWhole, tablesOf } from './tables';

/** A field that both sides changed, each in another way; undefined = it is not there. */
export interface Conflict {
  /** The part, then the id, then the field: segments/at_risk/when; without a field = the whole thing; order = the order. */
  place: string;
  base: unknown;
  theirs: unknown;
  mine: unknown;
}

export type Side = 'theirs' | 'mine';

export interface Merged {
  document: DraftDocument;
  conflicts: Conflict[];
}

type Item = Record<string, unknown>;

/**
 * Joins what two people made of the same document. A field that one side left alone is taken from the other; where both
 * changed it, the side chosen for its place, mine when none is. Things are found by their id, never by where they stand.
 */
export function merged(
  base: DraftDocument,
  theirs: DraftDocument,
  mine: DraftDocument,
  choices: Readonly<Record<string, Side>> = {},
): Merged {
  const conflicts: Conflict[] = [];
  const decide = <T>(place: string, three: Three<T>): T => {
    if (same(three.theirs, three.mine) || same(three.base, three.theirs)) return three.mine;
    if (same(three.base, three.mine)) return three.theirs;
    conflicts.push({ place, ...three });
    return three[choices[place] ?? 'mine'];
  };
  const fields = <T extends object>(place: string, three: Three<T>, skip: string[] = []): T => {
    const [b, t, m] = [three.base, three.theirs, three.mine] as Item[] as [Item, Item, Item];
    const names = new Set([...Object.keys(m), ...Object.keys(t), ...Object.keys(b)]);
    const all = [...names].map((name) => [
      name,
      skip.includes(name)
        ? m[name]
        : decide(`${place}/${name}`, { base: b[name], theirs: t[name], mine: m[name] }),
    ]);
    return Object.fromEntries(all.filter(([, value]) => value !== undefined)) as T;
  };
  const list = <T extends object>(
    place: string,
    key: keyof T & string,
    three: Three<T[]>,
    join: (place: string, three: Three<T>) => T = fields,
  ): T[] => {
    const by = (side: T[]) => new Map(side.map((item) => [String(item[key]), item]));
    const [b, t, m] = [by(three.base), by(three.theirs), by(three.mine)];
    const kept = new Map<string, T>();
    for (const id of new Set([...m.keys(), ...t.keys()])) {
      const at = `${place}/${id}`;
      const [inBase, inTheirs, inMine] = [b.get(id), t.get(id), m.get(id)];
      const item =
        inTheirs && inMine
          ? join(at, { base: inBase ?? ({} as T), theirs: inTheirs, mine: inMine })
          : decide(at, { base: inBase, theirs: inTheirs, mine: inMine });
      if (item) kept.set(id, item);
    }
    const order = (side: Map<string, T>) => [...side.keys()].filter((id) => kept.has(id));
    const ids = ordered(order(b), order(t), order(m), (three) => decide(`${place}/order`, three));
    return ids.flatMap((id) => kept.get(id) ?? []);
  };
  const table = (place: string, three: Three<DecisionTable>): DecisionTable => {
    const { base: b, theirs: t, mine: m } = three;
    if (![b, t, m].every((side) => isWhole(side) && hasNames(side))) return fields(place, three);
    const inputs = names(`${place}/inputs`, { base: b.inputs, theirs: t.inputs, mine: m.inputs });
    const outputs = list(`${place}/outputs`, 'name', { base: b.outputs, theirs: t.outputs, mine: m.outputs });
    return {
      ...fields(place, three, ['inputs', 'outputs', 'rows']),
      inputs,
      outputs,
      rows: mergedRows(place, three, inputs, outputs, decide),
    };
  };
  /** What each side put in and took out of a list of names. */
  const names = (place: string, three: Three<string[]>): string[] => {
    const { base: b, theirs: t, mine: m } = three;
    const kept = (side: string[], other: string[]) =>
      side.filter((name) => other.includes(name) || !b.includes(name));
    return ordered(b, kept(t, m), kept(m, t), (order) => decide(`${place}/order`, order));
  };
  const part = <T>(of: (document: DraftDocument) => T): Three<T> => ({
    base: of(base),
    theirs: of(theirs),
    mine: of(mine),
  });
  const document: DraftDocument = {
    ...mine,
    segments: {
      ...fields(
        'segments',
        part((d) => d.segments),
        ['segments'],
      ),
      segments: list(
        'segments',
        'id',
        part((d) => d.segments.segments),
      ),
    },
    actions: {
      ...fields(
        'actions',
        part((d) => d.actions),
        ['channels', 'actions'],
      ),
      channels: list(
        'channels',
        'id',
        part((d) => d.actions.channels),
      ),
      actions: list(
        'actions',
        'id',
        part((d) => d.actions.actions),
      ),
    },
    engagement: {
      ...mine.engagement,
      rules: list(
        'engagement',
        'action',
        part((d) => d.engagement.rules),
      ),
    },
    holdout: fields(
      'holdout',
      part((d) => d.holdout),
    ),
    ...(theirs.tables || mine.tables ? { tables: list('tables', 'name', part(tablesOf), table) } : {}),
    ...(theirs.models || mine.models
      ? {
          models: fields('models', part(modelsOf)),
        }
      : {}),
    ...(theirs.contact || mine.contact
      ? {
          contact: {
            ...fields('contact', part(contactOf), ['limits']),
            limits: list('contact', 'id', part(limitsOf)),
          },
        }
      : {}),
    examples: { examples: list('examples', 'id', part(examplesOf)) },
  };
  return { document, conflicts };
}

/** The ids of all three in one order; what only one side has stands behind what stands before it there. */
function ordered(
  base: string[],
  theirs: string[],
  mine: string[],
  decide: (three: Three<string[]>) => string[],
): string[] {
  const common = (side: string[], ...others: string[][]) =>
    side.filter((id) => others.every((other) => other.includes(id)));
  const three = {
    base: common(base, theirs, mine),
    theirs: common(theirs, base, mine),
    mine: common(mine, base, theirs),
  };
  const ids = [...decide(three)];
  for (const side of [mine, theirs]) {
    side.forEach((id, i) => {
      if (ids.includes(id)) return;
      const before = side.slice(0, i).findLast((other) => ids.includes(other));
      ids.splice(before === undefined ? 0 : ids.indexOf(before) + 1, 0, id);
    });
  }
  return ids;
}
