import { Badge } from '@/components/Badge';
import { Card } from '@/components/Card';
import { Hash } from '@/components/Hash';
import { EmptyState } from '@/components/States';
import type { ModelSummary } from '@/lib/api/types/overview';
import { metricText } from '@/lib/metrics';
import { useFormats } from '@/lib/SessionContext';
import { humanize } from '@/lib/text';
import { IntervalMeter } from './IntervalMeter';

export function ModelsCard({ models }: { models: ModelSummary[] }) {
  const formats = useFormats();
  return (
    <Card title="Models" sub="What scores the customers, and how well it did when it was measured">
      {models.length === 0 ? (
        <EmptyState title="No model is live" />
      ) : (
        <ul className="models">
          {models.map((m) => {
            const metric = m.metric && metricText(m.metric, formats);
            return (
              <li key={m.name}>
                <div className="row row-between">
                  <b>{m.label}</b>
                  {metric ? (
                    <Badge tone="accent" className="num">
                      {metric.name} {metric.value}
                    </Badge>
                  ) : (
                    <Badge>Not measured</Badge>
                  )}
                </div>
                {m.metric && <IntervalMeter value={m.metric.value} low={m.metric.low} high={m.metric.high} />}
                <div className="row row-between muted small num">
                  <span>
                    {humanize(m.kind)} · version {m.version} ·{' '}
                    <Hash value={m.hash} label={`hash of ${m.label}`} length={8} />
                  </span>
                  {metric?.interval && <span className="nowrap">95% {metric.interval}</span>}
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
