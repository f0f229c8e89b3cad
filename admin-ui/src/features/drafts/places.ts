import type { DraftDocument } from '@/lib/api/types/drafts';
import { examplesOf } from '@/lib/draft/examples';
import { tablesOf } from '@/lib/draft/tables';
import { humanize } from '@/lib/text';
import type { Tab } from './search';

interface Target {
  tab: Tab;
  rule?: string;
  /** The place inside it: rows/3/when/1. */
  at?: string;
}

/** Where in the editor a place of the document is changed: segments/at_risk/when/all/1, engagement/bundle, holdout. */
export function targetOf(place: string): Target {
  const [part, id, ...inside] = place.split('/');
  if (part === 'tables') {
    if (!id || id === 'order') return { tab: 'tables' };
    const at = inside.join('/');
    return { tab: 'tables', rule: id, ...(at ? { at } : {}) };
  }
  if (part === 'segments')
    return id && id !== 'otherwise' && id !== 'order' ? { tab: 'segments', rule: id } : { tab: 'segments' };
  if (part === 'actions' || part === 'engagement') {
    return id && id !== 'fallback' && id !== 'order' ? { tab: 'actions', rule: id } : { tab: 'actions' };
  }
  if (part === 'models') return { tab: 'models' };
  if (part === 'contact') return { tab: 'contact' };
  if (part === 'examples') return { tab: 'examples' };
  return { tab: 'ranking' };
}

/** A place in words: "Segment At risk: condition". */
export function placeWords(place: string, document: DraftDocument): string {
  const [part = '', id = '', field, ...inside] = place.split('/');
  if (part === 'tables' && id !== 'order') return tableWords(id, [field ?? '', ...inside], document);
  const words = FIELDS[field ?? ''] ?? (field ? humanize(field).toLowerCase() : '');
  const subject = subjectOf(part, id, document);
  return words ? `${subject}: ${words}` : subject;
}

const FIELDS: Record<string, string> = {
  when: 'condition',
  validDays: 'valid days',
};

/** "Table Care level: row 3, Churn risk". */
function tableWords(
  name: string,
  [list = '', index, side, column]: string[],
  document: DraftDocument,
): string {
  const table = tablesOf(document).find((t) => t.name === name);
  const subject = `Table ${table?.label ?? name}`;
  if (list === '') return subject;
  if (index === undefined) return `${subject}: ${humanize(list).toLowerCase()}`;
  if (list === 'outputs') return `${subject}: result ${index}`;
  const row = `${subject}: row ${Number(index) + 1}`;
  if (column === undefined) return row;
  const term = side === 'when' ? table?.inputs[Number(column)] : table?.outputs[Number(column)]?.label;
  return `${row}, ${humanize(term ?? column)}`;
}

const WHOLE: Record<string, string> = {
  'segments/otherwise': 'Last resort',
  'segments/order': 'Order of the segments',
  'actions/fallback': 'Fallback action',
  'actions/order': 'Order of the actions',
  'engagement/order': 'Order of the engagement rules',
  'channels/order': 'Order of the channels',
  'tables/order': 'Order of the tables',
  'examples/order': 'Order of the examples',
  'contact/exempt': 'Actions exempt from the contact policy',
  'contact/order': 'Order of the contact limits',
  'holdout/share': 'Share of the holdout',
  'holdout/salt': 'Salt of the holdout',
};

function subjectOf(part: string, id: string, document: DraftDocument): string {
  const { segments, actions } = document;
  const whole = WHOLE[`${part}/${id}`];
  if (whole) return whole;
  if (part === 'segments') return `Segment ${segments.segments.find((s) => s.id === id)?.label ?? id}`;
  if (part === 'channels') return `Channel ${actions.channels.find((c) => c.id === id)?.label ?? id}`;
  if (part === 'actions' || part === 'engagement') {
    return `Action ${actions.actions.find((a) => a.id === id)?.name ?? id}`;
  }
  if (part === 'examples' && id !== 'order') {
    return `Example “${examplesOf(document).find((e) => e.id === id)?.why ?? id}”`;
  }
  if (part === 'models') return `Model of ${humanize(id).toLowerCase()}`;
  if (part === 'contact') return id ? `Contact limit ${humanize(id).toLowerCase()}` : 'Contact policy';
  return humanize(place(part, id));
}

const place = (part: string, id: string) => (id ? `${part} ${id}` : part);
