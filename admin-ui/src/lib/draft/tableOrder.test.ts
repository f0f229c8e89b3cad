import { expect, it } from 'vitest';
import type { DecisionTable } from '../api/types/tables';
import { beforeSegments, readableBy } from './tableOrder';

const table = (name: string, ...inputs: string[]): DecisionTable => ({
  name,
  label: name,
  hitPolicy: 'FIRST',
  inputs,
  outputs: [{ name: `${name}_level`, label: name }],
  rows: [],
});
const names = (tables: DecisionTable[]) => tables.map((t) => t.name);

const care = table('care', 'churn_risk');
const touch = table('touch', 'segment', 'care_level');
const calls = table('calls', 'touch_level');
const all = [calls, touch, care];

it('segments may ask for tables that do not read them, not even through another table', () => {
  expect(names(beforeSegments(all))).toEqual(['care']);
});

it('a table may read every other one that does not wait for it', () => {
  expect(names(readableBy(care, all))).toEqual([]);
  expect(names(readableBy(touch, all))).toEqual(['care']);
  expect(names(readableBy(calls, all))).toEqual(['touch', 'care']);
  expect(names(readableBy(undefined, all))).toEqual(['calls', 'touch', 'care']);
});

it('tables that wait for each other end the search', () => {
  const ring = [table('a', 'b_level'), table('b', 'a_level')];
  expect(names(readableBy(undefined, ring))).toEqual(['a', 'b']);
  expect(names(beforeSegments(ring))).toEqual(['a', 'b']);
});
