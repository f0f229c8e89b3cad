import { useNavigate } from '@tanstack/react-router';
import { FlaskConical } from 'lucide-react';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Notice';
import { useStartSimulation } from '@/lib/api/startSimulation';
import type { Model } from '@/lib/api/types/models';

/** Decides for every customer with this version in the champion's place, storing nothing of it. */
export function SimulateButton({ model }: { model: Model }) {
  const navigate = useNavigate();
  const simulate = useStartSimulation();
  return (
    <>
      <Button
        kind="primary"
        isPending={simulate.isPending}
        onPress={() =>
          simulate.mutate(
            { [model.name]: model.hash },
            { onSuccess: ({ id }) => navigate({ to: '/simulations/$id', params: { id } }) },
          )
        }
      >
        <FlaskConical aria-hidden />
        See what it would change
      </Button>
      <Refusal error={simulate.error} />
    </>
  );
}
