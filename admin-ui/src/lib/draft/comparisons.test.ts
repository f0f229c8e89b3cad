import type { DraftDocument } from '@/lib/api/types/drafts';
import { comparisonsOf, withThreshold } from './comparisons';

const EVERYBODY = { all: [] };

const document = {
  segments: {
    otherwise: 'rest',
    segments: [
      {
        id: 'at_risk',
        label: 'At risk',
        when: {
          all: [
            { term: 'clv', operator: 'AT_LEAST', value: 500 },
            { not: { any: [{ term: 'churn_risk', operator: 'LESS_THAN', value: 0.4 }] } },
          ],
        },
      },
      { id: 'rest', label: 'Rest', when: { term: 'churn_risk', operator: 'BETWEEN', value: [0, 1] } },
    ],
  },
  actions: { fallback: 'call', channels: [], actions: [{ id: 'call', name: 'Call' }] },
  engagement: {
    rules: [
      {
        action: 'call',
        eligibility: EVERYBODY,
        applicability: EVERYBODY,
        suitability: { term: 'churn_risk', operator: 'AT_LEAST', value: 0.6 },
      },
    ],
  },
} as unknown as DraftDocument;

it('every comparison of a score with one number is found with its place', () => {
  const found = comparisonsOf(document, 'churn_risk');
  expect(found.map((c) => [c.place, c.label, c.test.value])).toEqual([
    ['segments/at_risk/when/all/1/not/any/0', 'At risk', 0.4],
    ['engagement/call/suitability', 'Call', 0.6],
  ]);
});

it('another number at a place changes that comparison and nothing else', () => {
  for (const { place } of comparisonsOf(document, 'churn_risk')) {
    const next = withThreshold(document, place, 0.7);
    const values = (of: DraftDocument) => comparisonsOf(of, 'churn_risk').map((c) => c.test.value);
    expect(values(next)).toEqual(
      comparisonsOf(document, 'churn_risk').map((c) => (c.place === place ? 0.7 : c.test.value)),
    );
    const at = comparisonsOf(document, 'clv');
    expect(comparisonsOf(next, 'clv')).toEqual(at);
    expect(withThreshold(next, place, place.startsWith('segments') ? 0.4 : 0.6)).toEqual(document);
  }
});
