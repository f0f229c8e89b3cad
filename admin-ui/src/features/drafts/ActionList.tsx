import { type KeyboardEvent, memo, useMemo } from 'react';
import { VirtualList } from '@/components/VirtualList';
import type { ActionRule } from '@/lib/api/types/drafts';
import { channelIcon } from '@/lib/channels';
import { useDocument, useOpenDraft } from '@/lib/draft/DraftContext';
import { useEffectNow } from '@/lib/draft/useEffectNow';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { type Mark, marksOf } from './marks';
import type { ActionActs } from './useActionActs';

const ROW = 58;

interface Props {
  actions: ActionRule[];
  chosen: string;
  acts: ActionActs;
}

export function ActionList({ actions, chosen, acts }: Props) {
  const { view, editable } = useOpenDraft();
  const { data } = useEffectNow();
  const channels = useDocument((d) => d.actions.channels);
  const fallback = useDocument((d) => d.actions.fallback);
  const marks = useMemo(() => marksOf(view.changes, 'actions', 'engagement'), [view.changes]);
  const suitable = useMemo(() => new Map(data?.actions?.map((a) => [a.id, a.suitable])), [data]);
  const onKey = (event: KeyboardEvent) => {
    const action = actions.find((a) => a.id === chosen);
    if (!editable || !action) return false;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd') acts.duplicate(action);
    else if (event.key === 'Delete') acts.remove(action);
    else return false;
    return true;
  };
  return (
    <div className="draft-list-rows" style={{ height: actions.length * ROW + 12 }}>
      <VirtualList
        label="Actions"
        items={actions}
        itemKey={(a) => a.id}
        total={actions.length}
        value={chosen}
        onChange={acts.open}
        rowHeight={ROW}
        onKey={onKey}
        row={(a) => (
          <ActionRow
            name={a.name}
            channel={channels.find((c) => c.id === a.channel)?.label ?? a.channel}
            priority={a.priority}
            fallback={a.id === fallback}
            suitable={suitable.get(a.id)}
            mark={marks.get(a.id)}
          />
        )}
      />
    </div>
  );
}

interface RowProps {
  name: string;
  channel: string;
  priority: number;
  fallback: boolean;
  suitable: number | undefined;
  mark: Mark | undefined;
}

const ActionRow = memo(function ActionRow({ name, channel, priority, fallback, suitable, mark }: RowProps) {
  const { integer } = useFormats();
  const Icon = channelIcon(channel);
  return (
    <span className="rule-row">
      <Icon aria-hidden size={15} className="muted" />
      <span className="rule-row-name">{name || 'Without a name'}</span>
      <span className="pick-number num">{suitable === undefined ? DASH : integer(suitable)}</span>
      <span className="rule-row-sub">
        {mark && <span className={`rule-mark rule-mark-${mark.toLowerCase()}`}>{mark}</span>}
        {fallback ? 'Fallback' : `Priority ${priority}`} · {channel}
      </span>
    </span>
  );
});
