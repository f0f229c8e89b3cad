import type { Condition, ConditionValue, Operator, Term } from '@/lib/api/types/condition';
import { seeded } from '@/testing/random';
import { TERMS } from '@/testing/vocabulary';
import {
  type DraftGroup,
  fromJson,
  itemPlace,
  newGroup,
  newGuardrail,
  newTerm,
  replace,
  startingValue,
  toCondition,
  toJson,
} from './draft';

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

it('places of tests are those of the JSON they are written as', () => {
  const json: Condition = {
    all: [
      { term: 'clv', operator: 'AT_LEAST', value: 500 },
      { not: { any: [{ term: 'age', operator: 'LESS_THAN', value: 18 }] } },
      { not: { term: 'age', operator: 'AT_MOST', value: 90 } },
    ],
  };
  const group = fromJson(json);
  const [, none, not] = group.items as DraftGroup[];
  expect(itemPlace(group, 0)).toBe('all/0');
  expect(itemPlace(none as DraftGroup, 0)).toBe('not/any/0');
  expect(itemPlace(not as DraftGroup, 0)).toBe('not');
  expect(itemPlace(fromJson({ term: 'clv', operator: 'AT_LEAST', value: 5 }), 0)).toBe('');
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

const OPERATORS: Operator[] = [
  'EQUALS',
  'LESS_THAN',
  'BETWEEN',
  'ONE_OF',
  'NOT_ONE_OF',
  'IS_MISSING',
  'IS_PRESENT',
];

/** Any condition the server takes, and any that is not finished yet. */
function anyCondition(uniform: () => number, depth: number): Condition {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(uniform() * from.length)] as T;
  const several = (most: number) =>
    Array.from({ length: Math.floor(uniform() * (most + 1)) }, () => anyCondition(uniform, depth + 1));
  const kind =
    depth >= 9 ? pick(['term', 'guardrail']) : pick(['all', 'any', 'not', 'none', 'term', 'guardrail']);
  if (kind === 'all') return { all: several(4) };
  if (kind === 'any') return { any: several(4) };
  if (kind === 'none') return { not: { any: several(3) } };
  if (kind === 'not') return { not: anyCondition(uniform, depth + 1) };
  if (kind === 'guardrail') return { guardrail: pick(['settled_customer', 'no_minors']) };
  const operator = pick(OPERATORS);
  const value = pick<ConditionValue>([
    0,
    -0.5,
    1e9,
    '',
    'West',
    true,
    false,
    null,
    [],
    [1, 2],
    [null, 3],
    ['a', 'ä', ''],
  ]);
  return uniform() < 0.2 ? { term: 'clv', operator } : { term: 'clv', operator, value };
}

it('every condition comes out of the editor as it went in', () => {
  for (let seed = 1; seed <= 400; seed++) {
    const condition = anyCondition(seeded(seed), 0);
    expect(toJson(fromJson(condition)), `seed ${seed}`).toStrictEqual(condition);
  }
});

it('what is not a condition is kept until somebody takes it out', () => {
  for (const json of [
    null,
    7,
    'x',
    [],
    {},
    { all: 1 },
    { term: 3 },
    { all: [{ surprise: true }] },
    { all: [], any: [] },
  ]) {
    expect(toJson(fromJson(json as unknown as Condition))).toStrictEqual(json);
  }
});

it('a number that is being typed is written as not filled in', () => {
  const group = newGroup('all', [{ ...newTerm(term('clv')), operator: 'BETWEEN', value: [Number.NaN, 900] }]);
  expect(toJson(group)).toEqual({ all: [{ term: 'clv', operator: 'BETWEEN', value: [null, 900] }] });
});

it('a single test becomes a group when a second one joins it, and a single test again', () => {
  const one = fromJson({ term: 'clv', operator: 'AT_LEAST', value: 900 });
  const second = newTerm(term('age'));
  const two = { ...one, items: [...one.items, second] };
  expect(toJson(two)).toHaveProperty('all');
  expect(toJson(replace(two, second.id, null))).toEqual({ term: 'clv', operator: 'AT_LEAST', value: 900 });
});
