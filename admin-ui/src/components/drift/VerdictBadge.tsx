import { Check, Eye, Minus, TriangleAlert } from 'lucide-react';
import { Badge, type Tone } from '@/components/Badge';
import type { DriftVerdict } from '@/lib/api/monitoring';

const VERDICTS: Record<DriftVerdict, [string, Tone, typeof Check]> = {
  STABLE: ['Stable', 'good', Check],
  WATCH: ['Watch', 'warn', Eye],
  DRIFT: ['Drift', 'bad', TriangleAlert],
  NOT_ENOUGH_DATA: ['Not enough data', 'neutral', Minus],
};

export function VerdictBadge({ verdict }: { verdict: DriftVerdict }) {
  const [word, tone, Icon] = VERDICTS[verdict];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {word}
    </Badge>
  );
}
