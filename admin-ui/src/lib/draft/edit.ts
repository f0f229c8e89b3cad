import type {
  ActionRule,
  Channel,
  DraftContent,
  DraftDocument,
  EngagementRule,
  Example,
  SegmentRule,
  Stage,
} from '@/lib/api/types/drafts';
import type { Condition } from '../api/types/condition';
import { type ContactEdit, contactOf, editedContact, isOfContact, sameContactThing } from './contactEdit';
import { examplesOf } from './examples';
import { modelsOf } from './models';
import { editedTables, sameTableThing, type TableEdit } from './tableEdit';
import { tablesOf } from './tables';

/** A number as JSON has it, which knows no NaN: a field that was emptied is null, and the server calls it a problem. */
export const written = (n: number): number => (Number.isNaN(n) ? (null as unknown as number) : n);

/** Everything an author can do to a draft. */
export type Edit =
  | TableEdit
  | ContactEdit
  | { do: 'rename'; name: string }
  | { do: 'replace'; content: DraftContent }
  | { do: 'segment.set'; id: string; set: Partial<SegmentRule> }
  | { do: 'segment.add'; segment: SegmentRule; at?: number }
  | { do: 'segment.delete'; id: string }
  /** To a place counted from 0 among all segments. */
  | { do: 'segment.move'; id: string; to: number }
  | { do: 'segment.lastResort'; id: string }
  | { do: 'action.set'; id: string; set: Partial<ActionRule> }
  | { do: 'action.add'; action: ActionRule; rule?: EngagementRule }
  | { do: 'action.delete'; id: string }
  | { do: 'action.fallback'; id: string }
  | { do: 'rule.set'; action: string; stage: Stage; condition: Condition }
  | { do: 'rule.add'; action: string }
  | { do: 'channel.set'; id: string; set: Partial<Channel> }
  | { do: 'holdout.share'; share: number }
  | { do: 'example.add'; example: Example }
  /** Another version gives a score. */
  | { do: 'model.choose'; score: string; hash: string }
  | { do: 'example.expect'; id: string; expected: Example['expected'] }
  | { do: 'example.delete'; id: string };

const EVERYBODY: Condition = { all: [] };

/** A rule that leaves nobody out. */
export const openRule = (action: string): EngagementRule => ({
  action,
  eligibility: EVERYBODY,
  applicability: EVERYBODY,
  suitability: EVERYBODY,
});

/** The content after an edit. One about something that is not there changes nothing. */
export function edited(content: DraftContent, edit: Edit): DraftContent {
  if (edit.do === 'replace') return edit.content;
  if (edit.do === 'rename') return { ...content, name: edit.name };
  const document = isOfTables(edit)
    ? withTables(content.document, edit)
    : isOfContact(edit)
      ? withContact(content.document, edit)
      : editedDocument(content.document, edit);
  return document === content.document ? content : { ...content, document };
}

type Inside = Exclude<Edit, TableEdit | ContactEdit | { do: 'replace' } | { do: 'rename' }>;

const isOfTables = (edit: Edit): edit is TableEdit => edit.do.startsWith('table.');

function withTables(document: DraftDocument, edit: TableEdit): DraftDocument {
  const before = tablesOf(document);
  const tables = editedTables(before, edit);
  return tables === before ? document : { ...document, tables };
}

function withContact(document: DraftDocument, edit: ContactEdit): DraftDocument {
  const before = contactOf(document);
  const contact = editedContact(before, edit);
  return contact === before ? document : { ...document, contact };
}

function editedDocument(document: DraftDocument, edit: Inside): DraftDocument {
  const { segments, actions, engagement, holdout } = document;
  const withSegments = (list: SegmentRule[]) =>
    list === segments.segments ? document : { ...document, segments: { ...segments, segments: list } };
  const withActions = (set: Partial<DraftDocument['actions']>) => ({
    ...document,
    actions: { ...actions, ...set },
  });
  const withRules = (rules: EngagementRule[]) => ({ ...document, engagement: { ...engagement, rules } });
  const withExamples = (examples: Example[]) => ({ ...document, examples: { examples } });
  switch (edit.do) {
    case 'segment.set':
      return withSegments(changed(segments.segments, 'id', edit.id, edit.set));
    case 'segment.add':
      return withSegments(segments.segments.toSpliced(edit.at ?? segments.segments.length, 0, edit.segment));
    case 'segment.delete':
      return withSegments(segments.segments.filter((s) => s.id !== edit.id));
    case 'segment.move':
      return withSegments(moved(segments.segments, edit.id, edit.to));
    case 'segment.lastResort':
      return { ...document, segments: { ...segments, otherwise: edit.id } };
    case 'action.set':
      return withActions({ actions: changed(actions.actions, 'id', edit.id, edit.set) });
    case 'action.add': {
      const added = withActions({ actions: [...actions.actions, edit.action] });
      return edit.rule
        ? { ...added, engagement: { ...engagement, rules: [...engagement.rules, edit.rule] } }
        : added;
    }
    case 'action.delete':
      return {
        ...withActions({ actions: actions.actions.filter((a) => a.id !== edit.id) }),
        engagement: { ...engagement, rules: engagement.rules.filter((r) => r.action !== edit.id) },
      };
    case 'action.fallback':
      return withActions({ fallback: edit.id });
    case 'rule.set':
      return withRules(changed(engagement.rules, 'action', edit.action, { [edit.stage]: edit.condition }));
    case 'rule.add':
      return withRules([...engagement.rules, openRule(edit.action)]);
    case 'channel.set':
      return withActions({ channels: changed(actions.channels, 'id', edit.id, edit.set) });
    case 'holdout.share':
      return { ...document, holdout: { ...holdout, share: edit.share } };
    case 'example.add':
      return examplesOf(document).some((e) => e.id === edit.example.id)
        ? document
        : withExamples([...examplesOf(document), edit.example]);
    case 'model.choose':
      return modelsOf(document)[edit.score] === edit.hash
        ? document
        : { ...document, models: { ...modelsOf(document), [edit.score]: edit.hash } };
    case 'example.expect':
      return withExamples(changed(examplesOf(document), 'id', edit.id, { expected: edit.expected }));
    case 'example.delete':
      return withExamples(examplesOf(document).filter((e) => e.id !== edit.id));
  }
}

/** The list with one item changed; the others stay the same objects, so that what shows them need not be drawn again. */
function changed<T extends object>(list: T[], key: keyof T, id: string, set: Partial<T>): T[] {
  const place = list.findIndex((item) => item[key] === id);
  const item = list[place];
  return item ? list.with(place, { ...item, ...set }) : list;
}

function moved(list: SegmentRule[], id: string, to: number): SegmentRule[] {
  const from = list.findIndex((s) => s.id === id);
  const item = list[from];
  const place = Math.max(0, Math.min(list.length - 1, to));
  return !item || place === from ? list : list.toSpliced(from, 1).toSpliced(place, 0, item);
}

/** Edits of the same thing follow each other while somebody types; they are undone as one. */
export function sameThing(edit: Edit): string | null {
  if (isOfTables(edit)) return sameTableThing(edit);
  if (isOfContact(edit)) return sameContactThing(edit);
  switch (edit.do) {
    case 'rename':
    case 'holdout.share':
      return edit.do;
    case 'segment.set':
    case 'action.set':
    case 'channel.set':
      return `${edit.do} ${edit.id} ${Object.keys(edit.set).join()}`;
    case 'rule.set':
      return `${edit.do} ${edit.action} ${edit.stage}`;
    default:
      return null;
  }
}
