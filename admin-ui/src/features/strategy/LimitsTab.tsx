import { Card } from '@/components/Card';
import { Facts } from '@/components/Facts';
import { Loaded } from '@/components/Loaded';
import { type Limits, useLimits } from '@/lib/api/limits';
import type { LiveStrategy } from '@/lib/api/types/strategy';
import { useFormats, useMay } from '@/lib/SessionContext';
import { LimitsForm } from './LimitsForm';
import { LIMITS } from './limitKinds';

type Channels = LiveStrategy['channels'];

/** Beyond which size a change of the strategy needs a second approver. */
export function LimitsTab({ channels }: { channels: Channels }) {
  const limits = useLimits();
  const mayChange = useMay('ADMIN');
  return (
    <Card
      title="Limits of a change"
      sub="Measured by its simulation over every customer. Whatever goes beyond one needs a second approver."
    >
      <Loaded query={limits} height={300} label="Loading limits">
        {(data) => (
          <div className="stack-s">
            <SetBy limits={data} />
            {mayChange ? (
              <LimitsForm
                key={data.revision}
                limits={data}
                channels={channels}
                onOutdated={() => void limits.refetch()}
              />
            ) : (
              <Shown limits={data} channels={channels} />
            )}
          </div>
        )}
      </Loaded>
    </Card>
  );
}

function SetBy({ limits: { changedAt, changedBy, reason } }: { limits: Limits }) {
  const { when } = useFormats();
  return (
    <p className="muted">
      {changedAt ? (
        <>
          Set {when(changedAt)} by {changedBy}: {reason}
        </>
      ) : (
        'Nobody has set any yet: one approver is enough for every change.'
      )}
    </p>
  );
}

function Shown({ limits, channels }: { limits: Limits; channels: Channels }) {
  const { percent } = useFormats();
  const text = (share: number | null | undefined) => (share == null ? 'no limit' : percent(share, 1));
  return (
    <Facts
      items={[
        ...LIMITS.map(({ field, label }): [string, string] => [label, text(limits[field])]),
        ...channels.map((channel): [string, string] => [
          `More contacts by ${channel.label}`,
          text(limits.contacts.find((c) => c.channel === channel.id)?.increase),
        ]),
      ]}
    />
  );
}
