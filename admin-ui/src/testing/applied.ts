import type { Operation } from '@/lib/draft/patch';

type Holder = Record<string, unknown> | unknown[];

/** The value after the operations of a patch, for the made-up server. */
export function applied<T>(json: T, operations: readonly Operation[]): T {
  const root = { value: structuredClone(json) as unknown };
  for (const operation of operations) {
    const names = ['value', ...operation.path.split('/').slice(1)].map((n) =>
      n.replaceAll('~1', '/').replaceAll('~0', '~'),
    );
    const last = names.pop() as string;
    const holder = names.reduce<unknown>((at, name) => (at as never)[name as never], root) as Holder;
    if (Array.isArray(holder)) {
      const out = operation.op === 'add' ? 0 : 1;
      holder.splice(Number(last), out, ...('value' in operation ? [operation.value] : []));
    } else if ('value' in operation) holder[last] = operation.value;
    else delete holder[last];
  }
  return root.value as T;
}
