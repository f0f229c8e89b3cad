import type { Condition, TermCondition } from '@/lib/api/types/condition';
import type { DraftDocument, Stage } from '@/lib/api/types/drafts';

/** One number that a rule compares a term with, and where it stands in the document. */
export interface Comparison {
  /** As problems and distributions have it: segments/at_risk/when/all/1. */
  place: string;
  of: 'segment' | 'action';
  id: string;
  label: string;
  /** Of an action; null = a segment has none. */
  stage: Stage | null;
  test: TermCondition & { value: number };
}

const STAGES: Stage[] = ['eligibility', 'applicability', 'suitability'];

const ORDERED = new Set(['AT_LEAST', 'GREATER_THAN', 'AT_MOST', 'LESS_THAN']);

/** Every comparison of a term with one number in segments and engagement rules, in the order of the document. */
export function comparisonsOf({ segments, actions, engagement }: DraftDocument, term: string): Comparison[] {
  const found = (at: string, condition: Condition, rule: Omit<Comparison, 'place' | 'test'>): Comparison[] =>
    testsOf(at, condition)
      .filter(
        ({ test }) => test.term === term && ORDERED.has(test.operator) && typeof test.value === 'number',
      )
      .map(({ place, test }) => ({ ...rule, place, test: test as Comparison['test'] }));
  return [
    ...segments.segments.flatMap(({ id, label, when }) =>
      found(`segments/${id}/when`, when, { of: 'segment', id, label, stage: null }),
    ),
    ...engagement.rules.flatMap((rule) =>
      STAGES.flatMap((stage) =>
        found(`engagement/${rule.action}/${stage}`, rule[stage], {
          of: 'action',
          id: rule.action,
          label: actions.actions.find((a) => a.id === rule.action)?.name ?? rule.action,
          stage,
        }),
      ),
    ),
  ];
}

function testsOf(place: string, condition: Condition): { place: string; test: TermCondition }[] {
  if ('all' in condition) return condition.all.flatMap((c, i) => testsOf(`${place}/all/${i}`, c));
  if ('any' in condition) return condition.any.flatMap((c, i) => testsOf(`${place}/any/${i}`, c));
  if ('not' in condition) return testsOf(`${place}/not`, condition.not);
  return 'term' in condition ? [{ place, test: condition }] : [];
}

/** The document with another number at a place; as it is when nothing is compared there. */
export function withThreshold(document: DraftDocument, place: string, threshold: number): DraftDocument {
  const [part, id, field = '', ...path] = place.split('/');
  if (part === 'segments') {
    const { segments } = document;
    const list = segments.segments.map((s) =>
      s.id === id ? { ...s, when: changed(s.when, path, threshold) } : s,
    );
    return { ...document, segments: { ...segments, segments: list } };
  }
  const rules = document.engagement.rules.map((rule) =>
    rule.action === id ? { ...rule, [field]: changed(rule[field as Stage], path, threshold) } : rule,
  );
  return { ...document, engagement: { ...document.engagement, rules } };
}

function changed(condition: Condition, [key, index, ...rest]: string[], value: number): Condition {
  if (key === undefined) return 'term' in condition ? { ...condition, value } : condition;
  if (key === 'not' && 'not' in condition) {
    return { not: changed(condition.not, index === undefined ? [] : [index, ...rest], value) };
  }
  const within = (list: Condition[]) =>
    list.map((one, i) => (String(i) === index ? changed(one, rest, value) : one));
  if (key === 'all' && 'all' in condition) return { all: within(condition.all) };
  if (key === 'any' && 'any' in condition) return { any: within(condition.any) };
  return condition;
}
