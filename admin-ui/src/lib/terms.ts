import type { ConditionValue, Term } from './api/types/condition';
import { DASH, type Formats } from './format';

export type TermLook = Pick<Term, 'unit' | 'type'> & { minimum?: number | null; maximum?: number | null };

const SHARES = new Set(['probability', 'share', 'fraction']);

/** Whether a number is a share of one, shown as a percentage. */
export const isShare = (term: TermLook | undefined): boolean =>
  term?.type === 'NUMBER' && term.unit !== null && SHARES.has(term.unit.toLowerCase());

/** Whether a number is an amount of the product's money, such as "EUR" or "EUR per year". */
export const isMoney = (term: TermLook | undefined, currency: string): boolean =>
  term?.type === 'NUMBER' && (term.unit === currency || term.unit?.startsWith(`${currency} `) === true);

/** A value as a person reads it, in the unit of its term. */
export function valueText(term: TermLook | undefined, value: ConditionValue | undefined, f: Formats): string {
  if (value === null || value === undefined || value === '') return 'missing';
  if (Array.isArray(value)) return value.map((v) => valueText(term, v, f)).join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value || DASH;
  if (isShare(term)) return f.percent(value, Number.isInteger(Math.round(value * 1000) / 10) ? 0 : 1);
  if (isMoney(term, f.currency)) return f.money(value);
  const unit = term?.unit && term.unit.length <= 22 ? ` ${term.unit}` : '';
  return f.number(value) + unit;
}
