const LONGEST = 63;

/** An id made of a name: lower-case letters, digits and underscores, and not one that is taken. */
export function newId(name: string, taken: readonly string[], otherwise = 'new'): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll('ß', 'ss')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_+$/g, '');
  const start = (plain || otherwise).slice(0, LONGEST - 4);
  const used = new Set(taken);
  if (!used.has(start)) return start;
  for (let n = 2; ; n++) if (!used.has(`${start}_${n}`)) return `${start}_${n}`;
}
