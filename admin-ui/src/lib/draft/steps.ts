/** JSON as it is kept in a draft; never changed in place. */
export type Json = unknown;

/** One difference of two JSON values, which can be taken forth and back. */
export type Step =
  | { path: (string | number)[]; from: Json; to: Json }
  /** In the list at the path, from an index on: these taken out, those put in. */
  | { path: (string | number)[]; index: number; out: Json[]; in: Json[] };

type Tree = Record<string, Json>;

const isTree = (json: Json): json is Tree =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** Whether two JSON values say the same, whatever the order of their members. */
export function same(a: Json, b: Json): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((x, i) => same(x, b[i]));
  if (!isTree(a) || !isTree(b)) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((n) => n in b && same(a[n], b[n]));
}

/** What makes b out of a: small for a small change of a large document. */
export function difference(a: Json, b: Json, path: (string | number)[] = []): Step[] {
  if (Object.is(a, b)) return [];
  if (isTree(a) && isTree(b)) {
    const names = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...names].flatMap((n) =>
      n in a && n in b
        ? difference(a[n], b[n], [...path, n])
        : [{ path: [...path, n], from: a[n], to: b[n] }],
    );
  }
  if (Array.isArray(a) && Array.isArray(b)) return listDifference(a, b, path);
  return same(a, b) ? [] : [{ path, from: a, to: b }];
}

function listDifference(a: Json[], b: Json[], path: (string | number)[]): Step[] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && same(a[start], b[start])) start++;
  let end = 0;
  while (end < shorter - start && same(a[a.length - 1 - end], b[b.length - 1 - end])) end++;
  const gone = a.slice(start, a.length - end);
  const come = b.slice(start, b.length - end);
  if (gone.length === 0 && come.length === 0) return [];
  if (gone.length === 1 && come.length === 1) return difference(gone[0], come[0], [...path, start]);
  return [{ path, index: start, out: gone, in: come }];
}

/** The value after the steps, in their order. */
export const taken = <T>(json: T, steps: readonly Step[]): T =>
  steps.reduce<Json>((value, step) => at(value, step.path, step), json) as T;

/** The steps that lead back. */
export const backwards = (steps: readonly Step[]): Step[] =>
  steps
    .toReversed()
    .map((s) => ('index' in s ? { ...s, out: s.in, in: s.out } : { ...s, from: s.to, to: s.from }));

function at(json: Json, [name, ...rest]: (string | number)[], step: Step): Json {
  if (name === undefined) {
    return 'index' in step ? (json as Json[]).toSpliced(step.index, step.out.length, ...step.in) : step.to;
  }
  if (Array.isArray(json)) return json.with(Number(name), at(json[Number(name)], rest, step));
  const tree = json as Tree;
  const inside = at(tree[name], rest, step);
  if (inside !== undefined) return { ...tree, [name]: inside };
  const { [name]: _gone, ...others } = tree;
  return others;
}
