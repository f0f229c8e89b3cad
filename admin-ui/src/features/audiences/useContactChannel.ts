import { useLiveStrategy } from '@/lib/api/strategy';
import type { Audience } from '@/lib/api/types/audiences';
import { channelName } from '@/lib/channels';

/** The channel that an export goes by, in words, and whether customers consent to it; by is null without a channel. */
export function useContactChannel(
  { source }: Audience,
  chosen: string,
): { by: string | null; asked: boolean } {
  const strategy = useLiveStrategy().data;
  const own = 'action' in source ? strategy?.actions.find((a) => a.id === source.action)?.channel : undefined;
  const id = chosen || own;
  if (!id) return { by: null, asked: false };
  const channel = strategy?.channels?.find((c) => c.id === id);
  return { by: channel?.label || channelName(id), asked: Boolean(channel?.consent) };
}
