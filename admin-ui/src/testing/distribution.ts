import type { DraftDistribution, ThresholdPoint } from '@/lib/api/draftDistribution';
import type { Condition, TermCondition } from '@/lib/api/types/condition';
import type { DraftDocument, Stage } from '@/lib/api/types/drafts';
import type { Backend } from './backend';
import { actual, meets } from './conditions';
import { draftProblems } from './draftStore';
import { TERMS } from './vocabulary';

const BINS = 40;
const CALL = 12;

/** The comparison at a place such as segments/at_risk/when/all/0 or engagement/call/suitability, and the condition with another value there. */
function comparison(document: DraftDocument, place: string) {
  const [part, id, field, ...within] = place.split('/');
  const segment = document.segments.segments.find((s) => s.id === id);
  const engagement = document.engagement.rules.find((r) => r.action === id);
  const condition = part === 'segments' ? segment?.when : engagement?.[field as Stage];
  if (!condition) return null;
  const found = within.reduce<unknown>((node, key) => (node as Record<string, unknown>)?.[key], condition);
  if (!found || typeof found !== 'object' || !('term' in found)) return null;
  const change = (node: Condition, path: string[], by: Condition): Condition => {
    const [key, index, ...rest] = path;
    if (!key) return by;
    if (key === 'not') return { not: change((node as { not: Condition }).not, path.slice(1), by) };
    const items = (node as Record<string, Condition[]>)[key] ?? [];
    const changed = items.map((c, i) => (String(i) === index ? change(c, rest, by) : c));
    return { [key]: changed } as unknown as Condition;
  };
  const rule = part === 'segments' ? segment : undefined;
  return { rule, test: found as TermCondition, with: (by: Condition) => change(condition, within, by) };
}

/** How a comparison of a segment divides the people; the value of an action is a made-up share of theirs. */
export function distributionOf(
  { people, now, scoring }: Backend,
  document: DraftDocument,
  place: string,
): DraftDistribution | null {
  const problems = draftProblems(document);
  const counted = { asOf: now, customers: people.length, problems, scoring };
  if (problems.length + scoring.length > 0) return { ...counted, distribution: null };
  const found = comparison(document, place);
  if (!found) return null;
  const { rule, test } = found;
  const values = people.map((p) => Number(actual(test.term, p)));
  const term = TERMS.find((t) => t.name === test.term);
  const low = term?.minimum ?? Math.min(...values);
  const high = term?.maximum ?? Math.max(...values);
  const above = rule ? document.segments.segments.slice(0, document.segments.segments.indexOf(rule)) : [];
  const free = people.filter((p) => !above.some((s) => meets(s.when, p)));
  const point = (threshold: number): ThresholdPoint => {
    const when = found.with({ ...test, value: threshold });
    const reached = free.filter((p) => meets(when, p));
    const sum = (of: (p: (typeof people)[0]) => number) => reached.reduce((total, p) => total + of(p), 0);
    return {
      threshold,
      meeting: people.filter((p) => meets({ ...test, value: threshold }, p)).length,
      reached: reached.length,
      value: sum((p) => p.clv),
      contacts: reached.length,
      cost: reached.length * CALL,
      expectedValue: sum((p) => 0.06 * p.clv * p.churn_risk - CALL),
      precision: test.term === 'churn_risk' ? 0.4 + 0.5 * threshold : null,
      recall: test.term === 'churn_risk' ? 1 - threshold : null,
    };
  };
  const edges = Array.from({ length: BINS + 1 }, (_, i) => low + (i / BINS) * (high - low));
  const others = new Set(free.filter((p) => meets(found.with({ all: [] }), p)));
  const inBin = (i: number) => (n: number) =>
    n >= (edges[i] as number) && (n < (edges[i + 1] as number) || i === BINS - 1);
  return {
    ...counted,
    distribution: {
      term: test.term,
      label: term?.label ?? test.term,
      unit: term?.unit ?? '',
      operator: test.operator,
      threshold: Number(test.value),
      values: {
        present: people.length,
        missing: 0,
        low,
        high,
        bins: edges.slice(0, BINS).map((edge, i) => ({
          low: edge,
          high: edges[i + 1] as number,
          customers: values.filter(inBin(i)).length,
          others: people.filter((p, at) => others.has(p) && inBin(i)(values[at] as number)).length,
        })),
        now: point(Number(test.value)),
        curve: edges.map(point),
      },
      outcomes:
        test.term === 'churn_risk'
          ? {
              score: 'churn_risk',
              text: 'Precision and recall of what it predicts, as the card of Churn risk version 1 measured them.',
              customers: people.length,
            }
          : null,
    },
  };
}
