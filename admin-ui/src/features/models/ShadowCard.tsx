import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ShadowBlock } from '@/components/shadow/ShadowBlock';
import { toast } from '@/components/toast';
import { useCompareShadow, useShadow } from '@/lib/api/shadows';
import type { Model } from '@/lib/api/types/models';
import { useMay } from '@/lib/SessionContext';

/** What a version that decides nothing would have changed in the runs of the champion; nothing when nobody watched it. */
export function ShadowCard({ model }: { model: Model }) {
  const shadow = useShadow(model.hash);
  const mayCompare = useMay('ADMIN', 'ANALYST');
  const compare = useCompareShadow(model.hash);
  if (!shadow.data || (!shadow.data.watched && !shadow.data.latest)) return null;
  const { watched, underWay } = shadow.data;
  return (
    <Card
      title={watched ? 'Watched beside the champion' : 'Was watched beside the champion'}
      sub="What the decisions of the last run would have been with it in the champion's place. It decides nothing."
      end={
        mayCompare && (
          <Button
            isDisabled={compare.isPending || underWay}
            onPress={() =>
              compare.mutate(undefined, { onSuccess: () => toast('It is being compared with the champion.') })
            }
          >
            {underWay ? 'Comparing…' : 'Compare now'}
          </Button>
        )
      }
    >
      <ShadowBlock shadow={shadow.data}>
        <p className="muted small">Who these customers are is told by “See what it would change”.</p>
      </ShadowBlock>
    </Card>
  );
}
