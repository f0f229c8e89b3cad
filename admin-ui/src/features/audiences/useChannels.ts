import { useLiveStrategy } from '@/lib/api/strategy';
import { channelName } from '@/lib/channels';

/** The channels the actions of the live strategy use. */
export function useChannels(): { id: string; label: string }[] {
  const strategy = useLiveStrategy().data;
  const actions = strategy?.actions ?? [];
  const named = new Map(strategy?.channels?.map((c) => [c.id, c.label]));
  const names = new Set(actions.flatMap((a) => a.channel ?? []));
  return [...names].sort().map((id) => ({ id, label: named.get(id) || channelName(id) }));
}
