import { humanize } from '@/lib/text';

const LONGEST = 400;

/** What the page shows elsewhere already. */
const SHOWN = new Set([
  'score',
  'version',
  'label',
  'kind',
  'unit',
  'hash',
  'inputs',
  'metrics',
  'scores',
  'protocol',
  'notices',
  'description',
]);

/** The plain entries of a model card; of nested ones, those one level down. */
export function cardFacts(card: Record<string, unknown> | null | undefined): [string, string][] {
  return Object.entries(card ?? {}).flatMap(([name, value]) => {
    if (SHOWN.has(name)) return [];
    if (isRecord(value)) return cardFacts(value);
    const text = plainText(value);
    return text ? [[humanize(name.replace(/([a-z])([A-Z])/g, '$1 $2')), text] as [string, string]] : [];
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function plainText(value: unknown): string | null {
  if (typeof value === 'string') return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  if (typeof value === 'number') return String(Number(value.toPrecision(6)));
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value) && value.every((v) => typeof v === 'string' || typeof v === 'number')) {
    return value.join(', ').slice(0, LONGEST);
  }
  return null;
}
