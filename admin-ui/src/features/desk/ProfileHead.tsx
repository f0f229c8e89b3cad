import { RefreshCw, ShieldCheck, ShieldX } from 'lucide-react';
import { Badge } from '@/components/Badge';
import { Button } from '@/components/Button';
import { Hash } from '@/components/Hash';
import { SegmentTag } from '@/components/SegmentTag';
import { toast } from '@/components/toast';
import { useDecide } from '@/lib/api/decide';
import type { Consent, Customer } from '@/lib/api/types/customers';
import { useFormats, useMay } from '@/lib/SessionContext';
import { segmentColor } from '@/lib/segments';
import { initials } from '@/lib/text';
import { useChannelName } from '@/lib/useChannelName';
import { useSegments } from '@/lib/useSegments';
import { PinExample } from './PinExample';
import { ScoreTiles } from './ScoreTiles';
import './profileHead.css';

export function ProfileHead({ customer }: { customer: Customer }) {
  const { decision } = customer;
  const { when } = useFormats();
  const segments = useSegments();
  const decide = useDecide(customer.id);
  const mayPin = useMay('ADMIN', 'MARKETER');
  const segment = decision?.segment ? segments.of(decision.segment.name) : null;
  const tint = segment?.color ?? segmentColor(null, 5);
  const name = customer.name || customer.id;
  return (
    <section className="card" aria-label="Customer summary">
      <div className="who">
        <div
          className="who-initials"
          aria-hidden
          style={{
            background: `color-mix(in srgb, ${tint} 16%, var(--surface))`,
            boxShadow: `inset 0 0 0 1.5px color-mix(in srgb, ${tint} 45%, transparent)`,
          }}
        >
          {initials(name)}
        </div>
        <div className="who-text">
          <h1>{name}</h1>
          <div className="who-meta">
            <span className="num">{customer.id}</span>
            {segment && <SegmentTag segment={segment} />}
            {decision?.arm === 'CHALLENGER' && <Badge tone="accent">Decided by the challenger</Badge>}
            {decision?.arm === 'CHAMPION' && <Badge>Decided by the champion</Badge>}
            <Consents consents={customer.consents} />
          </div>
        </div>
        <div className="who-end">
          <Button
            isPending={decide.isPending}
            onPress={() => decide.mutate(undefined, { onError: (error) => toast(error.message, 'bad') })}
          >
            <RefreshCw aria-hidden />
            {decision ? 'Decide again' : 'Decide now'}
          </Button>
          {mayPin && <PinExample customer={customer.id} />}
          {decision && (
            <span className="who-decided muted small num">
              Decided {when(decision.asOf)}
              {decision.decisionId && (
                <>
                  {' · '}
                  <Hash value={decision.decisionId} label="decision id" length={8} />
                </>
              )}
            </span>
          )}
        </div>
      </div>
      {decision && <ScoreTiles decision={decision} />}
    </section>
  );
}

function Consents({ consents }: { consents: Consent[] }) {
  const channelName = useChannelName();
  const names = (allowed: boolean) =>
    consents.filter((c) => c.allowed === allowed).map((c) => channelName(c.channel));
  const given = names(true);
  const refused = names(false);
  return (
    <>
      {given.length > 0 && (
        <Badge tone="good">
          <ShieldCheck aria-hidden />
          Consent: {given.join(', ')}
        </Badge>
      )}
      {refused.length > 0 && (
        <Badge tone="warn">
          <ShieldX aria-hidden />
          No consent: {refused.join(', ')}
        </Badge>
      )}
    </>
  );
}
