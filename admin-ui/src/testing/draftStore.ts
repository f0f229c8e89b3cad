import type { Condition } from '@/lib/api/types/condition';
import type {
  DraftChange,
  DraftDocument,
  DraftEffect,
  DraftEvent,
  DraftFindings,
  DraftProblem,
  DraftRevision,
  DraftState,
  DraftView,
} from '@/lib/api/types/drafts';
import { needsValue } from '@/lib/condition';
import { limitsOf } from '@/lib/draft/contactEdit';
import { same } from '@/lib/draft/steps';
import { tablesOf } from '@/lib/draft/tables';
import { humanize } from '@/lib/text';
import type { Backend } from './backend';
import { meets, sentence } from './conditions';
import { segmentOf } from './decide';
import { excessesOf } from './limits';
import { decidedByTables, tableEffectsOf, tableProblems } from './tables';

export interface StoredDraft {
  id: string;
  name: string;
  state: DraftState;
  createdAt: string;
  createdBy: string;
  /** The first has number 1. */
  revisions: DraftRevision[];
  events: DraftEvent[];
  authors: string[];
  simulation: { id: string; revision: number } | null;
  schedule?: DraftView['schedule'];
  /** Who has it open, by user name. */
  readers?: Map<string, string>;
}

/** Every value that is missing, with its place. */
function unfinished(condition: Condition, place: string): DraftProblem[] {
  if ('all' in condition) return condition.all.flatMap((c, i) => unfinished(c, `${place}/all/${i}`));
  if ('any' in condition) return condition.any.flatMap((c, i) => unfinished(c, `${place}/any/${i}`));
  if ('not' in condition) return unfinished(condition.not, `${place}/not`);
  if ('guardrail' in condition || !needsValue(condition.operator)) return [];
  const { value = null } = condition;
  const missing = Array.isArray(value) ? value.includes(null) : value === null;
  return missing ? [{ place, message: `The condition on ${condition.term} has no value.` }] : [];
}

export function draftProblems(document: DraftDocument | undefined): DraftProblem[] {
  if (!document) return [];
  return [
    ...tableProblems(document),
    ...document.segments.segments.flatMap((s) => unfinished(s.when, `segments/${s.id}/when`)),
    ...document.actions.actions
      .filter((a) => a.name.trim() === '')
      .map((a) => ({ place: `actions/${a.id}`, message: `The action ${a.id} has no name.` })),
    ...document.engagement.rules.flatMap((r) =>
      (['eligibility', 'applicability', 'suitability'] as const).flatMap((stage) =>
        unfinished(r[stage], `engagement/${r.action}/${stage}`),
      ),
    ),
  ];
}

export function effectOf({ people: base, now, scoring }: Backend, document: DraftDocument): DraftEffect {
  const people = decidedByTables(base, tablesOf(document));
  const problems = draftProblems(document);
  const counted = { asOf: now, customers: people.length, problems, scoring };
  if (problems.length + scoring.length > 0)
    return { ...counted, segments: null, actions: null, tables: null, limits: null };
  const rules = document.segments.segments;
  const taker = people.map((p) => rules.find((s) => meets(s.when, p))?.id ?? document.segments.otherwise);
  return {
    ...counted,
    tables: tableEffectsOf(people, document),
    limits: limitsOf(document).map(({ id, most, days }) => ({
      id,
      sentence: `At most ${most} contacts in ${days} days.`,
      customers: Math.max(0, 12 - most),
      live: id === 'mails' ? 10 : null,
    })),
    segments: rules.map((s, at) => {
      const reached = people.filter((_, i) => taker[i] === s.id);
      const takenBy = rules
        .slice(0, at)
        .map((above) => ({
          segment: above.id,
          customers: people.filter((p, i) => taker[i] === above.id && meets(s.when, p)).length,
        }))
        .filter((t) => t.customers > 0);
      return {
        id: s.id,
        sentence: sentence(s.when),
        matching: people.filter((p) => meets(s.when, p)).length,
        reached: reached.length,
        live: people.filter((p) => segmentOf(p).name === s.id).length,
        value: reached.reduce((sum, p) => sum + p.clv, 0),
        takenBy,
      };
    }),
    actions: document.engagement.rules.map((r) => {
      const eligible = people.filter((p) => meets(r.eligibility, p));
      const applicable = eligible.filter((p) => meets(r.applicability, p));
      const suitable = applicable.filter((p) => meets(r.suitability, p));
      return {
        id: r.action,
        sentence: sentence(r.eligibility),
        eligible: eligible.length,
        applicable: applicable.length,
        suitable: suitable.length,
        live: suitable.length,
      };
    }),
  };
}

/** Segments that nobody reaches: one kind of finding, to show how findings look. */
export function findingsOf(backend: Backend, document: DraftDocument): DraftFindings {
  const { asOf, problems, scoring, segments } = effectOf(backend, document);
  const empty = (segments ?? []).filter((s) => s.reached === 0);
  return {
    asOf: asOf ?? backend.now,
    problems,
    scoring,
    findings: empty.map((s) => ({
      kind: 'SHADOWED',
      place: `segments/${s.id}`,
      message: `Nobody reaches the segment ${s.id}: whoever matches is taken above.`,
      customers: s.matching,
      basis: 'BASE',
      others: s.takenBy.map((t) => `segments/${t.segment}`),
    })),
    notExamined: backend.notExamined,
    gaps: backend.gaps,
  };
}

/** Segments that differ, field by field, and the share of the holdout: enough to show how changes look. */
function changesOf(before: DraftDocument, after: DraftDocument): DraftChange[] {
  const segments = after.segments.segments.flatMap((s): DraftChange[] => {
    const subject = `Segment ${s.label}`;
    const place = `segments/${s.id}`;
    const old = before.segments.segments.find((b) => b.id === s.id);
    if (!old) return [{ place, subject, field: '', before: '', after: sentence(s.when) }];
    const fields: DraftChange[] = [];
    if (old.label !== s.label)
      fields.push({ place: `${place}/label`, subject, field: 'label', before: old.label, after: s.label });
    if (!same(old.when, s.when)) {
      const words = { before: sentence(old.when), after: sentence(s.when) };
      fields.push({ place: `${place}/when`, subject, field: 'condition', ...words });
    }
    return fields;
  });
  const tables = tablesOf(after).flatMap((t): DraftChange[] => {
    const old = tablesOf(before).find((b) => b.name === t.name);
    if (old && same(old, t)) return [];
    const words = (table: typeof t | undefined) => (table ? `${table.rows.length} rows` : '');
    const place = `tables/${t.name}`;
    return [{ place, subject: `Table ${t.label}`, field: '', before: words(old), after: words(t) }];
  });
  const models = Object.entries(after.models ?? {}).flatMap(([score, hash]): DraftChange[] => {
    const old = before.models?.[score] ?? hash;
    if (old === hash) return [];
    const subject = `Model of ${humanize(score)}`;
    return [{ place: `models/${score}/version`, subject, field: 'version', before: old, after: hash }];
  });
  const share = (d: DraftDocument) => `${d.holdout.share * 100}%`;
  if (before.holdout.share === after.holdout.share) return [...segments, ...tables, ...models];
  const holdout = { place: 'holdout/share', subject: 'Holdout', field: 'share' };
  return [...segments, ...tables, ...models, { ...holdout, before: share(before), after: share(after) }];
}

/** Those of the content in review: any edit or refusal since voids them. */
function approvalsOf({ events }: StoredDraft) {
  const voided = events.findLastIndex((e) => ['SUBMITTED', 'CHANGES_ASKED', 'REOPENED'].includes(e.kind));
  return events.slice(voided + 1).filter((e) => e.kind === 'APPROVED');
}

/** The models that a document has and the live strategy has not. */
function newModelsOf({ models }: Backend, document: DraftDocument): DraftView['models'] {
  const chosen = Object.values(document.models ?? {});
  return models
    .filter((m) => chosen.includes(m.hash) && !m.aliases.includes('CHAMPION'))
    .map(({ name, label, version, hash, promotion, card }) => ({
      score: name,
      label,
      version,
      hash,
      promotion,
      findings: card.evidence.findings,
    }));
}

export function draftView(backend: Backend, draft: StoredDraft): DraftView {
  const newest = draft.revisions.at(-1) as DraftRevision;
  const { strategy, documents } = backend;
  const base = documents.get(newest.basedOn) ?? newest.document;
  const problems = draftProblems(newest.document);
  const { simulation } = draft;
  const result = backend.simulations.find((s) => s.id === simulation?.id)?.result;
  const excesses = result ? excessesOf(backend.limits, result) : [];
  return {
    id: draft.id,
    name: draft.name,
    state: draft.state,
    revision: newest.revision,
    basedOn: newest.basedOn,
    basedOnVersion: newest.basedOn === strategy.hash ? strategy.version : 1,
    createdAt: draft.createdAt,
    createdBy: draft.createdBy,
    changedAt: newest.savedAt,
    changedBy: newest.savedBy,
    document: newest.document,
    upToDate: newest.basedOn === strategy.hash,
    liveHash: strategy.hash,
    liveVersion: strategy.version,
    strategyHash: problems.length > 0 ? null : `${draft.id}-${newest.revision}`,
    problems,
    changes: changesOf(base, newest.document),
    models: newModelsOf(backend, newest.document),
    events: draft.events,
    authors: draft.authors,
    approvals: approvalsOf(draft),
    approvalsNeeded: excesses.length > 0 ? 2 : 1,
    schedule: draft.schedule ?? null,
    simulation: simulation && {
      id: simulation.id,
      strategyHash: `${draft.id}-${simulation.revision}`,
      createdAt: backend.now,
      finished: true,
      changed: backend.simulations.find((s) => s.id === simulation.id)?.result?.changed ?? 0,
      obstacle: null,
      excesses,
    },
  };
}
