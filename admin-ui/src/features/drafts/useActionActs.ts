import { toast } from '@/components/toast';
import type { ActionRule } from '@/lib/api/types/drafts';
import { useOpenDraft } from '@/lib/draft/DraftContext';
import { openRule } from '@/lib/draft/edit';
import { newId } from '@/lib/draft/ids';
import { useOpenRule } from './useOpenRule';

export type ActionActs = ReturnType<typeof useActionActs>;

const NEW: Omit<ActionRule, 'id' | 'name' | 'channel'> = {
  description: '',
  kind: 'OFFER',
  priority: 2,
  propensity: 0.1,
  value: 10,
  cost: 0,
  lever: 1,
  validDays: 30,
};

/** What can be done to whole actions, their conditions with them; each can be undone. */
export function useActionActs() {
  const { session } = useOpenDraft();
  const [, open] = useOpenRule();
  const document = () => session.snapshot().history.content.document;
  const idFor = (name: string) =>
    newId(
      name,
      document().actions.actions.map((a) => a.id),
      'action',
    );
  const ruleOf = (id: string) => document().engagement.rules.find((r) => r.action === id);
  return {
    open,
    add: (name: string) => {
      const id = idFor(name);
      const channel = document().actions.channels[0]?.id ?? '';
      session.edit({ do: 'action.add', action: { id, name, channel, ...NEW }, rule: openRule(id) });
      open(id);
    },
    duplicate: (action: ActionRule) => {
      const name = `${action.name} copy`;
      const id = idFor(name);
      const rule = { ...(ruleOf(action.id) ?? openRule(id)), action: id };
      session.edit({ do: 'action.add', action: { ...action, id, name }, rule });
      open(id);
    },
    remove: (action: ActionRule) => {
      const rule = ruleOf(action.id);
      const others = document().actions.actions.filter((a) => a.id !== action.id);
      session.edit({ do: 'action.delete', id: action.id });
      if (others[0]) open(others[0].id);
      toast(`Action “${action.name}” is deleted.`, 'good', () => {
        session.edit(rule ? { do: 'action.add', action, rule } : { do: 'action.add', action });
        open(action.id);
      });
    },
  };
}
