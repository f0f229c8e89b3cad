import type { JobState } from '@/lib/api/types/jobs';
import { Badge, type Tone } from './Badge';

const STATES: Record<JobState, [string, Tone]> = {
  QUEUED: ['Waiting', 'neutral'],
  RUNNING: ['Running', 'accent'],
  SUCCEEDED: ['Done', 'good'],
  FAILED: ['Failed', 'bad'],
  CANCELLED: ['Cancelled', 'warn'],
};

export function StateBadge({ state }: { state: JobState }) {
  const [word, tone] = STATES[state] ?? [state, 'neutral'];
  return <Badge tone={tone}>{word}</Badge>;
}
