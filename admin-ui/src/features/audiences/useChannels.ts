import { useLiveStrategy } from '@/lib/api/strategy';
import { channelName } from '@/lib/channels';

/** The channels the actions of the live strategy use. */
export function useChannels(): { id: string; label: string }[] {
  const actions = useLiveStrategy().data?.actions ?? [];
  const names = new Set(actions.flatMap((a) => a.channel ?? []));
  return [...names].sort().map((id) => ({ id, label: channelName(id) }));
}
