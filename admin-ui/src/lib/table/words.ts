import type { Formats } from '../format';
import { type TermLook, valueText } from '../terms';
import { readTests, type Sign, type Test } from './cell';

const SIGNS: Record<Sign, string> = {
  '': 'is',
  '<': 'is below',
  '<=': 'is at most',
  '>': 'is above',
  '>=': 'is at least',
};

/** What a cell asks, as a person reads it: "is at least 60%"; null when it is written in no form that is known. */
export function cellWords(cell: string, term: TermLook | undefined, f: Formats): string | null {
  const tests = readTests(cell);
  if (tests === null) return null;
  if (tests.length === 0) return 'is anything';
  return tests.map((test) => testWords(test, term, f)).join(' or ');
}

function testWords(test: Test, term: TermLook | undefined, f: Formats): string {
  switch (test.kind) {
    case 'compare':
      return `${SIGNS[test.sign]} ${valueText(term, test.number, f)}`;
    case 'range': {
      const low = `${test.fromLow ? 'from' : 'above'} ${valueText(term, test.low, f)}`;
      return `is ${low} ${test.toHigh ? 'to' : 'to below'} ${valueText(term, test.high, f)}`;
    }
    case 'text':
      return `is ${test.text === '' ? 'an empty text' : test.text}`;
    case 'yesNo':
      return `is ${test.yes ? 'yes' : 'no'}`;
  }
}
