import type { DraftDocument } from '@/lib/api/types/drafts';
import { examplesOf } from '@/lib/draft/examples';
import { humanize } from '@/lib/text';
import type { Tab } from './search';

interface Target {
  tab: Tab;
  rule?: string;
}

/** Where in the editor a place of the document is changed: segments/at_risk/when/all/1, engagement/bundle, holdout. */
export function targetOf(place: string): Target {
  const [part, id] = place.split('/');
  if (part === 'segments')
    return id && id !== 'otherwise' && id !== 'order' ? { tab: 'segments', rule: id } : { tab: 'segments' };
  if (part === 'actions' || part === 'engagement') {
    return id && id !== 'fallback' && id !== 'order' ? { tab: 'actions', rule: id } : { tab: 'actions' };
  }
  if (part === 'examples') return { tab: 'examples' };
  return { tab: 'ranking' };
}

/** A place in words: "Segment At risk: condition". */
export function placeWords(place: string, document: DraftDocument): string {
  const [part = '', id = '', field] = place.split('/');
  const words = FIELDS[field ?? ''] ?? (field ? humanize(field).toLowerCase() : '');
  const subject = subjectOf(part, id, document);
  return words ? `${subject}: ${words}` : subject;
}

const FIELDS: Record<string, string> = {
  when: 'condition',
  validDays: 'valid days',
};

const WHOLE: Record<string, string> = {
  'segments/otherwise': 'Last resort',
  'segments/order': 'Order of the segments',
  'actions/fallback': 'Fallback action',
  'actions/order': 'Order of the actions',
  'engagement/order': 'Order of the engagement rules',
  'channels/order': 'Order of the channels',
  'examples/order': 'Order of the examples',
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
  return humanize(place(part, id));
}

const place = (part: string, id: string) => (id ? `${part} ${id}` : part);
