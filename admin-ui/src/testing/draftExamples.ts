import type { DraftCoverage, DraftDocument, Example, ExampleResults } from '@/lib/api/types/drafts';
import { examplesOf } from '@/lib/draft/examples';
import type { Backend } from './backend';
import { meets } from './conditions';
import { draftProblems, effectOf } from './draftStore';
import type { Person } from './people';

const personOf = (backend: Backend, example: Example) =>
  backend.people.find((p) => p.id === example.customer.attributes.person);

const segmentIn = (document: DraftDocument, person: Person | undefined) =>
  document.segments.segments.find((s) => person && meets(s.when, person))?.id ?? document.segments.otherwise;

/** An example here is about a person by id: met as long as the document puts them into the segment expected. */
export function exampleResultsOf(backend: Backend, document: DraftDocument): ExampleResults {
  const problems = draftProblems(document);
  if (problems.length > 0) return { problems, examples: null };
  const examples = examplesOf(document).map((example) => {
    const { id, expected } = example;
    const segment = segmentIn(document, personOf(backend, example));
    const met = segment === expected.segment;
    const differences = met ? [] : [`The segment is ${segment}, expected ${expected.segment}.`];
    return { id, met, segment, actions: expected.actions, differences };
  });
  return { problems, examples };
}

/** Examples stand for the segment their person is in, and for the first row of each table. */
export function coverageOf(backend: Backend, document: DraftDocument): DraftCoverage {
  const { asOf, problems, scoring, customers, segments, actions, tables } = effectOf(backend, document);
  const counted = { asOf, problems, scoring, customers, findings: [] };
  if (!segments || !actions || !tables) {
    return { ...counted, covered: 0, segments: null, actions: null, tables: null };
  }
  const standing = examplesOf(document).map((e) => segmentIn(document, personOf(backend, e)));
  const rules = segments.map((s) => ({
    id: s.id,
    customers: s.reached,
    value: s.value,
    examples: standing.filter((id) => id === s.id).length,
  }));
  return {
    ...counted,
    covered: rules.filter((r) => r.examples > 0).reduce((sum, r) => sum + r.customers, 0),
    segments: rules,
    actions: actions.map((a) => ({ id: a.id, customers: a.suitable, value: a.suitable * 100, examples: 0 })),
    tables: tables.map(({ name, rows, none }) => ({
      name,
      customers: rows,
      values: rows.map((count) => count * 100),
      examples: rows.map((_, row) => (row === 0 ? standing.length : 0)),
      otherwise: { id: name, customers: none, value: none * 100, examples: 0 },
    })),
  };
}

/** The first person of a segment, or of the base. */
export function typicalOf(backend: Backend, document: DraftDocument, place: string): Example {
  const id = place.replace('segments/', '');
  const person = backend.people.find((p) => segmentIn(document, p) === id) ?? backend.people[0];
  return {
    id: `typical_${examplesOf(document).length}`,
    why: `Typical of ${place}`,
    asOf: backend.now,
    customer: { attributes: { person: person?.id ?? '' }, purchases: {} },
    expected: { segment: segmentIn(document, person), actions: [], never: [] },
  };
}
