import { Link } from '@tanstack/react-router';
import { Badge } from '@/components/Badge';
import { Card } from '@/components/Card';
import { Notice } from '@/components/Notice';
import { useOpenDraft } from '@/lib/draft/DraftContext';
import { contestWord } from '@/lib/promotion';
import { useNamedText } from '@/lib/useNamedText';

/** The models that the draft would make champions, with what came of each against the champion of today. */
export function NewModels() {
  const { view } = useOpenDraft();
  const named = useNamedText();
  const over = view.state === 'PUBLISHED' || view.state === 'DISCARDED';
  if (view.models.length === 0 || over) return null;
  return (
    <Card title="Other models" sub="They become the champions when the draft is published">
      <ul className="stack-s">
        {view.models.map((model) => {
          const { promotion, findings } = model;
          const [word, tone] = contestWord(promotion);
          const name = `${model.label}, version ${model.version}`;
          return (
            <li key={model.hash} className="stack-s">
              <div className="row row-between row-wrap">
                <Link to="/models" search={{ version: model.hash }}>
                  {name}
                </Link>
                <Badge tone={tone}>{word}</Badge>
              </div>
              <p className="small">
                {promotion.text}{' '}
                {!promotion.mayBePromoted && 'Whoever publishes it gives a reason of its own, which is kept.'}
              </p>
              {findings.length > 0 && (
                <Notice tone="warn">
                  <ul aria-label={`Reasons to doubt ${name}`}>
                    {findings.map(({ text, features }) => (
                      <li key={text}>{named(text, features)}</li>
                    ))}
                  </ul>
                </Notice>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
