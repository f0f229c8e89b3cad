import { Badge, type Tone } from '@/components/Badge';
import { Card } from '@/components/Card';
import type { Model } from '@/lib/api/types/models';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { EvidenceCard } from './EvidenceCard';
import { FindingList } from './Findings';
import { figureName } from './figureText';
import { Lanes } from './Lanes';
import { type Lasting, type MeasuredLater, measuredLater, outOfTimeOf } from './outOfTime';
import { useInputLabel } from './useInputLabel';
import './outOfTime.css';

const VERDICTS: Record<Lasting, [string, Tone] | null> = {
  holds: ['Holds later', 'good'],
  better: ['Better later', 'good'],
  falls: ['Worse later', 'bad'],
  'promised-more': ['Worse than the card', 'bad'],
  unknown: null,
};

/** How the recipe does later than it was learned, beside what the card measured; nothing for what predicts nothing. */
export function OutOfTimeCard({ models }: { models: Model[] }) {
  const [model] = models;
  if (!model || model.kind === 'CLUSTER') return null;
  return models.length > 1 ? (
    <EvidenceCard
      models={models}
      table="outOfTime"
      title="Held out by time"
      rows="How measured"
      figure={model.kind === 'PROBABILITY' ? 'auc' : 'r2'}
    />
  ) : (
    <Alone model={model} />
  );
}

function Alone({ model }: { model: Model }) {
  const later = measuredLater(model);
  return (
    <Card
      title="Held out by time"
      sub="Learned at an earlier cut, measured on what customers did after a later one"
    >
      <div className="stack-s">
        <FindingList model={model} only={['TIME_LEAK', 'NO_TIME']} />
        {outOfTimeOf(model) ? (
          <>
            <Cut model={model} />
            <ul className="measures" aria-label="Measures held out by time">
              {later.map((measure) => (
                <Measure key={measure.name} measure={measure} />
              ))}
            </ul>
          </>
        ) : (
          <p className="muted">Nothing shows how it does later than it was learned.</p>
        )}
      </div>
    </Card>
  );
}

/** The two cuts on a line, and what was not known at them. */
function Cut({ model }: { model: Model }) {
  const table = outOfTimeOf(model);
  const cut = table?.cut;
  const { date, integer } = useFormats();
  const label = useInputLabel();
  if (!cut) return <p>{table?.title}</p>;
  return (
    <>
      <ol className="time-cut">
        <li>
          <span className="muted small">Learned as of</span>
          <b className="num">{date(cut.learned)}</b>
        </li>
        <li>
          <span className="muted small">Cut: measured from</span>
          <b className="num">{date(cut.measured)}</b>
        </li>
        <li>
          <span className="muted small">On what customers did in</span>
          <b className="num">
            {integer(cut.days)} {plural(cut.days, 'day')}
          </b>
        </li>
      </ol>
      {cut.leftOut.length > 0 && (
        <p className="muted small">
          Left out, because only a later value is known: {cut.leftOut.map(label).join(', ')}.
        </p>
      )}
    </>
  );
}

function Measure({ measure: { name, lanes, lasting } }: { measure: MeasuredLater }) {
  const verdict = VERDICTS[lasting];
  return (
    <li className="measure">
      <div className="measure-head">
        <h3>{figureName(name)}</h3>
        {verdict && <Badge tone={verdict[1]}>{verdict[0]}</Badge>}
      </div>
      <Lanes lanes={lanes} />
    </li>
  );
}
