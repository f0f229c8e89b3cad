import { Badge } from '@/components/Badge';
import { Facts } from '@/components/Facts';
import { Notice } from '@/components/Notice';
import type { Model, Promotion } from '@/lib/api/types/models';
import { metricText } from '@/lib/metrics';
import { contestWord } from '@/lib/promotion';
import { useFormats } from '@/lib/SessionContext';
import { useNamedText } from '@/lib/useNamedText';

const BELIEF: Record<Promotion['belief'], string> = {
  BELIEVED: 'Nothing on its card speaks against its figures',
  IN_DOUBT: 'Its figures are in doubt',
  NOT_BELIEVED: 'Its figures are not to be believed',
};
const MEASURES = 2;

/** What the card of a version says: since when it is there, how good it is, and whether it may replace the champion. */
export function VersionFacts({ model }: { model: Model }) {
  const formats = useFormats();
  const named = useNamedText();
  const { card, metrics, promotion } = model;
  const [word, tone] = contestWord(promotion);
  const champion = promotion.state === 'CHAMPION';
  const measures = metrics.slice(0, MEASURES).map((metric): [string, string] => {
    const { name, value, interval } = metricText(metric, formats);
    return [name, interval ? `${value} (${interval})` : value];
  });
  return (
    <div className="stack-s">
      <Facts
        items={[
          ['Registered', `${formats.when(model.createdAt)} by ${model.createdBy}`],
          ...(card.data.source ? [['Learned from', card.data.source] as [string, string]] : []),
          ...measures,
          ['Belief', BELIEF[promotion.belief]],
          [
            'Against the champion',
            <Badge key="word" tone={tone}>
              {word}
            </Badge>,
          ],
        ]}
      />
      {promotion.doubts.length > 0 && (
        <Notice tone="warn">
          <ul aria-label={`Reasons to doubt version ${model.version} of ${model.label}`}>
            {promotion.doubts.map((text) => (
              <li key={text}>{named(text)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {!champion && (
        <p className="small muted">
          {promotion.text}{' '}
          {!promotion.mayBePromoted &&
            'Publishing it all the same takes a reason of the approver, which the audit log keeps.'}
        </p>
      )}
    </div>
  );
}
