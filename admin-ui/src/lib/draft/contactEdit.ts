import type { ContactLimit, ContactPolicy, DraftDocument } from '../api/types/drafts';

const NONE: ContactPolicy = { limits: [] };

/** The contact policy of a document; the same object as long as it stays the same. */
export const contactOf = (document: DraftDocument): ContactPolicy => document.contact ?? NONE;

export const limitsOf = (document: DraftDocument): ContactLimit[] => contactOf(document).limits;

/** What an author can do to how often customers are contacted. */
export type ContactEdit =
  | { do: 'limit.add'; limit: ContactLimit }
  | { do: 'limit.set'; id: string; set: Partial<ContactLimit> }
  | { do: 'limit.delete'; id: string }
  | { do: 'contact.exempt'; actions: string[] };

export const isOfContact = (edit: { do: string }): edit is ContactEdit =>
  edit.do.startsWith('limit.') || edit.do === 'contact.exempt';

/** The policy after an edit. One about a limit that is not there changes nothing. */
export function editedContact(policy: ContactPolicy, edit: ContactEdit): ContactPolicy {
  switch (edit.do) {
    case 'limit.add':
      return { ...policy, limits: [...policy.limits, edit.limit] };
    case 'limit.set':
      return policy.limits.some((limit) => limit.id === edit.id)
        ? {
            ...policy,
            limits: policy.limits.map((limit) =>
              limit.id === edit.id ? narrowed({ ...limit, ...edit.set }) : limit,
            ),
          }
        : policy;
    case 'limit.delete':
      return { ...policy, limits: policy.limits.filter((limit) => limit.id !== edit.id) };
    case 'contact.exempt': {
      const { exempt: _, ...rest } = policy;
      return edit.actions.length > 0 ? { ...rest, exempt: edit.actions } : rest;
    }
  }
}

/** Without what narrows nothing, as the server writes it, so that going back to it is no change. */
function narrowed(limit: ContactLimit): ContactLimit {
  const { counts, channels, kinds, actions, ...rest } = limit;
  return {
    ...rest,
    ...(counts === 'EACH_ACTION' ? { counts } : {}),
    ...(channels?.length ? { channels } : {}),
    ...(kinds?.length ? { kinds } : {}),
    ...(actions?.length ? { actions } : {}),
  };
}

/** Edits of one number follow each other while somebody types; they are undone as one. */
export const sameContactThing = (edit: ContactEdit): string | null =>
  edit.do === 'limit.set' ? `${edit.do} ${edit.id} ${Object.keys(edit.set).join()}` : null;
