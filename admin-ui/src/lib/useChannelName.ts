import { useMemo } from 'react';
import { useLiveStrategy } from './api/strategy';
import { channelName } from './channels';
import { useMay } from './SessionContext';

/** Names a channel as the live strategy does. Agents may not read the strategy: for them its id is put into words. */
export function useChannelName(): (channel: string | null) => string {
  const channels = useLiveStrategy(useMay('ADMIN', 'MARKETER', 'APPROVER', 'ANALYST')).data?.channels;
  return useMemo(() => {
    const labels = new Map(channels?.map((c) => [c.id, c.label]));
    return (channel) => (channel && labels.get(channel)) || channelName(channel);
  }, [channels]);
}
