import type { Term } from '@/lib/api/types/condition';
import { TERMS } from '@/testing/vocabulary';
import { newGroup, newGuardrail, newTerm, replace, startingValue, toCondition } from './draft';

const term = (name: string) => TERMS.find((t) => t.name === name) as Term;

it('a group of complete tests becomes the condition the server takes', () => {
  const risk = { ...newTerm(term('churn_risk')), value: 0.6 };
  const none = newGroup('none', [{ ...newTerm(term('region')), value: 'West' }]);
  expect(toCondition(newGroup('all', [risk, none]))).toEqual({
    all: [
      { term: 'churn_risk', operator: 'AT_LEAST', value: 0.6 },
      { not: { any: [{ term: 'region', operator: 'EQUALS', value: 'West' }] } },
    ],
  });
});

it('a guardrail is asked by its name', () => {
  expect(toCondition(newGroup('none', [newGuardrail('settled_customer')]))).toEqual({
    not: { any: [{ guardrail: 'settled_customer' }] },
  });
});

it('a new test of a number asks for at least, whatever the server lists first', () => {
  const clv = term('clv');
  const listed = { ...clv, operators: ['EQUALS', 'AT_LEAST'] as Term['operators'] };
  expect(newTerm(listed).operator).toBe('AT_LEAST');
});

it('an empty group or a missing value is not a condition yet', () => {
  expect(toCondition(newGroup())).toBeNull();
  expect(toCondition(newGroup('all', [{ ...newTerm(term('clv')), value: Number.NaN }]))).toBeNull();
  expect(
    toCondition(newGroup('all', [{ ...newTerm(term('region')), operator: 'ONE_OF', value: [] }])),
  ).toBeNull();
});

it('a value survives a change of operator where it still fits', () => {
  expect(startingValue(term('clv'), 'BETWEEN', 500)).toEqual([500, 500]);
  expect(startingValue(term('clv'), 'AT_MOST', [500, 900])).toBe(500);
  expect(startingValue(term('region'), 'ONE_OF', 'West')).toEqual(['West']);
  expect(startingValue(term('region'), 'IS_MISSING', 'West')).toBeNull();
});

it('taking a test out of a nested group leaves the others', () => {
  const inner = newTerm(term('age'));
  const group = newGroup('all', [newGroup('any', [inner, newTerm(term('clv'))])]);
  const left = replace(group, inner.id, null).items[0];
  expect(left?.kind === 'group' && left.items).toHaveLength(1);
});
