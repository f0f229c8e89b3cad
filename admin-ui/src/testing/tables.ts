import type { DraftDocument, DraftProblem } from '@/lib/api/types/drafts';
import type { Cell, DecisionTable, TableEffect, TableRow, TableSentences } from '@/lib/api/types/tables';
import { tablesOf } from '@/lib/draft/tables';
import { createFormats } from '@/lib/format';
import { readTests, type Test } from '@/lib/table/cell';
import { literalText } from '@/lib/table/literal';
import { cellWords } from '@/lib/table/words';
import { actual } from './conditions';
import type { Person } from './people';
import { TERMS } from './vocabulary';

const formats = createFormats('en-US', 'USD');

function passes(test: Test, is: Cell): boolean {
  if (test.kind === 'text') return is === test.text;
  if (test.kind === 'yesNo') return is === test.yes;
  if (typeof is !== 'number') return false;
  if (test.kind === 'range') {
    return (
      (test.fromLow ? is >= test.low : is > test.low) && (test.toHigh ? is <= test.high : is < test.high)
    );
  }
  const { sign, number } = test;
  if (sign === '>=') return is >= number;
  if (sign === '<=') return is <= number;
  if (sign === '>') return is > number;
  return sign === '<' ? is < number : is === number;
}

const holds = ({ inputs }: DecisionTable, { when }: TableRow, person: Person): boolean =>
  inputs.every((term, i) => {
    const tests = readTests(when[i] ?? '-');
    return (
      tests !== null && (tests.length === 0 || tests.some((t) => passes(t, actual(term, person) as Cell)))
    );
  });

/** The row that counts for a person, the first that holds whatever the policy; -1 = none. */
const rowFor = (table: DecisionTable, person: Person): number =>
  table.rows.findIndex((row) => holds(table, row, person));

/** People with what the tables say of them, as if they had been imported with it. */
export const decidedByTables = (people: readonly Person[], tables: readonly DecisionTable[]): Person[] =>
  people.map((person) => {
    const given = tables.flatMap((table) => {
      const { then = [] } = table.rows[rowFor(table, person)] ?? {};
      return table.outputs.map(({ name, ifNoneHolds }, i) => [name, then[i] ?? ifNoneHolds ?? null]);
    });
    return { ...person, ...Object.fromEntries(given) };
  });

export const tableEffectsOf = (people: readonly Person[], document: DraftDocument): TableEffect[] =>
  tablesOf(document).map((table) => {
    const rows = table.rows.map(() => 0);
    const matched = table.rows.map((row) => people.filter((p) => holds(table, row, p)).length);
    let none = 0;
    for (const person of people) {
      const at = rowFor(table, person);
      if (at < 0) none++;
      else rows[at] = (rows[at] ?? 0) + 1;
    }
    return { name: table.name, rows, matched, none };
  });

/** Cells in no form that is known, values a term does not have, and results that are missing. */
export const tableProblems = (document: DraftDocument): DraftProblem[] =>
  tablesOf(document).flatMap((table) =>
    table.rows.flatMap(({ when, then }, row) => [
      ...when.flatMap((cell, i): DraftProblem[] => {
        const place = `tables/${table.name}/rows/${row}/when/${i}`;
        const tests = readTests(cell);
        if (tests === null)
          return [{ place, message: `The cell ${cell} is none of -, >=18, [18..30], "Medium".` }];
        const values = TERMS.find((t) => t.name === table.inputs[i])?.values ?? [];
        const lost = tests.find((t) => t.kind === 'text' && values.length > 0 && !values.includes(t.text));
        return lost ? [{ place, message: `The value ${cell} is none of those that the term can have.` }] : [];
      }),
      ...then.flatMap((value, i): DraftProblem[] => {
        const place = `tables/${table.name}/rows/${row}/then/${i}`;
        const { values = [], label = '' } = table.outputs[i] ?? {};
        if (value === null) return [{ place, message: `Row ${row + 1} gives no ${label}.` }];
        if (values.length === 0 || values.includes(value)) return [];
        return [{ place, message: `${label} cannot be ${value}, only ${values.join(', ')}.` }];
      }),
    ]),
  );

export function tableSentences(document: DraftDocument, name: string): TableSentences {
  const table = tablesOf(document).find((t) => t.name === name);
  const wrong = new Set(tableProblems(document).map((p) => p.place.split('/').slice(0, 4).join('/')));
  const gives = (then: readonly Cell[]) =>
    (table?.outputs ?? []).map((o, i) => `${o.label} is ${literalText(then[i] ?? null)}`).join(' and ');
  const sentences = (table?.rows ?? []).map(({ when, then }, row) => {
    if (wrong.has(`tables/${name}/rows/${row}`)) return null;
    const asked = when.flatMap((cell, i) => {
      const term = TERMS.find((t) => t.name === table?.inputs[i]);
      return cell === '-' ? [] : [`${term?.label ?? ''} ${cellWords(cell, term, formats)}`];
    });
    return asked.length > 0
      ? `When ${asked.join(' and ')}, then ${gives(then)}.`
      : `For every customer ${gives(then)}.`;
  });
  const none = table?.outputs.map((o) => o.ifNoneHolds ?? null) ?? [];
  return {
    hitPolicy: 'The first row that holds counts.',
    sentences,
    otherwise: none.includes(null) ? '' : `When no row holds, then ${gives(none)}.`,
  };
}

/** A small table as somebody has begun it. */
export const careTable = (): DecisionTable => ({
  name: 'care',
  label: 'Care',
  hitPolicy: 'FIRST',
  inputs: ['churn_risk', 'region'],
  outputs: [
    {
      name: 'level_of_care',
      label: 'Level of care',
      values: ['high', 'middle', 'low'],
      ifNoneHolds: 'low',
    },
  ],
  rows: [
    { when: ['>=0.7', '-'], then: ['high'] },
    { when: ['[0.4..0.7)', '"West","South"'], then: ['middle'] },
    { when: ['>=0.9', '"North"'], then: ['low'] },
    { when: ['-', '"East"'], then: ['low'] },
  ],
});
