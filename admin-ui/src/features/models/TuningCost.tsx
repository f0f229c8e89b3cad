import { Notice } from '@/components/Notice';
import type { TrainerSettings } from '@/lib/api/types/models';
import { useFormats } from '@/lib/SessionContext';
import { nestedTrainings } from './ownRecipe';
import { trainerName } from './trainerNames';

interface Props {
  trainer: TrainerSettings;
  changes: Record<string, string>;
}

/** That tuning inside every fold takes its time, before the job starts; nothing when nothing is tuned. */
export function TuningCost({ trainer, changes }: Props) {
  const { integer } = useFormats();
  const times = nestedTrainings(trainer, changes);
  if (times === null) return null;
  return (
    <Notice>
      {trainerName(trainer.trainer)}: settings are chosen anew inside every fold, so each candidate is learned{' '}
      {integer(times)} times. The figures stay honest; the training takes many times as long.
    </Notice>
  );
}
