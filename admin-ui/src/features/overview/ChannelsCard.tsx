import { CircleSlash } from 'lucide-react';
import { Card } from '@/components/Card';
import { Meter } from '@/components/Meter';
import type { ActionSummary } from '@/lib/api/types/overview';
import { channelIcon } from '@/lib/channels';
import { useFormats } from '@/lib/SessionContext';
import { useChannelName } from '@/lib/useChannelName';

interface Props {
  actions: ActionSummary[];
  decided: number;
}

/** How many customers each channel would reach, and for how many there is nothing to do. */
export function ChannelsCard({ actions, decided }: Props) {
  const { integer, percent } = useFormats();
  const channelName = useChannelName();
  const reached = new Map<string | null, number>();
  for (const a of actions) reached.set(a.channel, (reached.get(a.channel) ?? 0) + a.customers);
  const channels = [...reached].sort(([, a], [, b]) => b - a);
  const nothing = decided - channels.reduce((sum, [, customers]) => sum + customers, 0);
  const largest = Math.max(nothing, ...channels.map(([, customers]) => customers), 1);
  if (channels.length === 0) return null;
  return (
    <Card title="Contacts by channel" sub="Channel of each customer's first recommendation">
      <ul className="channels num">
        {channels.map(([channel, customers]) => {
          const Icon = channelIcon(channel);
          return (
            <li key={channel ?? ''}>
              <Icon aria-hidden />
              <span>{channelName(channel)}</span>
              <b>{integer(customers)}</b>
              <span className="channels-share">{percent(decided ? customers / decided : 0, 1)}</span>
              <Meter share={customers / largest} color="var(--seg-1)" />
            </li>
          );
        })}
        {nothing > 0 && (
          <li>
            <CircleSlash aria-hidden />
            <span>No action</span>
            <b>{integer(nothing)}</b>
            <span className="channels-share">{percent(decided ? nothing / decided : 0, 1)}</span>
            <Meter share={nothing / largest} color="var(--ink-3)" />
          </li>
        )}
      </ul>
    </Card>
  );
}
