import type { Term } from '../api/types/condition';
import { isShare } from '../terms';
import { ANYTHING, readTests, writeTests } from './cell';

/**
 * What is meant by what somebody typed or pasted into a cell. A text in the notation stays as it is, to the letter; 60% becomes
 * 0.6, ≥ becomes >=, 5 - 10 a range, West becomes "West" and yes becomes true. What is none of these stays as well: the server
 * says what is wrong with it.
 */
export function settled(text: string, term: Term | undefined): string {
  if (readTests(text) !== null) return text;
  const plain = text.trim();
  if (plain === '' || /^(any|anything|\*)$/i.test(plain)) return ANYTHING;
  if (term?.type === 'YES_NO') return yesNo(plain) ?? text;
  if (term?.type === 'TEXT') return texts(plain, term.values) ?? text;
  if (term?.type === 'NUMBER') return numbers(plain, isShare(term)) ?? text;
  return text;
}

function yesNo(text: string): string | null {
  if (/^(yes|y|true)$/i.test(text)) return 'true';
  return /^(no|n|false)$/i.test(text) ? 'false' : null;
}

function texts(text: string, values: readonly string[]): string | null {
  if (/["\\]/.test(text)) return null;
  const meant = (part: string) => values.find((v) => v.toLowerCase() === part.toLowerCase()) ?? part;
  // A single value may have a comma in it.
  const whole = values.find((v) => v.toLowerCase() === text.toLowerCase());
  const parts = whole ? [whole] : text.split(',').map((part) => meant(part.trim()));
  return parts.every((part) => part !== '')
    ? writeTests(parts.map((part) => ({ kind: 'text', text: part })))
    : null;
}

const PART = /^(<=|>=|<|>|=)?\s*([+-]?[0-9]+(?:\.[0-9]+)?)\s*(%?)$/;
const BETWEEN = /^([+-]?[0-9.]+\s*%?)\s*(?:-|–|to|\.\.)\s*([+-]?[0-9.]+\s*%?)$/i;

function numbers(text: string, share: boolean): string | null {
  const signs = text.replaceAll('≥', '>=').replaceAll('≤', '<=');
  const parts = signs.split(',').map((part) => number(part.trim(), share));
  return parts.includes(null) ? null : parts.join(',');
}

function number(text: string, share: boolean): string | null {
  const range = BETWEEN.exec(text);
  if (range) {
    const [low, high] = [value(range[1] ?? '', share), value(range[2] ?? '', share)];
    return low === null || high === null ? null : `[${low}..${high}]`;
  }
  const sign = PART.exec(text)?.[1] ?? '';
  const plain = value(text.slice(sign.length).trim(), share);
  return plain === null ? null : (sign === '=' ? '' : sign) + plain;
}

/** A percentage only where a share is meant. */
function value(text: string, share: boolean): string | null {
  const found = PART.exec(text);
  if (!found || found[1] || (found[3] && !share)) return null;
  return found[3] ? String(Number((Number(found[2]) / 100).toPrecision(12))) : (found[2] ?? null);
}
