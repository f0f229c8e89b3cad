import { describe, expect, it } from 'vitest';
import { nextQuestion } from './question';

describe('the header of questions asked while typing', () => {
  it('numbers them so that a later one is known as such', () => {
    const [series, first] = nextQuestion('effect').split(' ');
    const [again, second] = nextQuestion('effect').split(' ');
    expect(again).toBe(series);
    expect(Number(second)).toBeGreaterThan(Number(first));
  });

  it('has the form that the server reads, whatever React calls a component', () => {
    expect(nextQuestion('count«r1»:r2:')).toMatch(/^[A-Za-z0-9_-]{1,64} [0-9]{1,15}$/);
  });
});
