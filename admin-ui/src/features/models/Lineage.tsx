import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Card } from '@/components/Card';
import type { PinnedIn } from '@/lib/api/modelUse';
import type { Model } from '@/lib/api/types/models';
import { DASH, plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';

interface Props {
  model: Model;
  /** Those that were loaded. */
  publications: PinnedIn[];
  /** Whether there are more of them. */
  more: boolean;
}

/** From the data a version learned from to the decisions it made; each step leads to what belongs to this version alone. */
export function Lineage({ model, publications, more }: Props) {
  const { integer } = useFormats();
  const { data, inputs } = model.card;
  const runs = publications.reduce((sum, p) => sum + p.runs, 0);
  const orMore = more ? ' or more' : '';
  const within = (tab: string) => (old: object) => ({ ...old, version: model.hash, tab });
  const steps: [string, ReactNode][] = [
    [
      'Data',
      <Link key="data" to="/models" search={within('making')}>
        {data.rows > 0 ? `${integer(data.rows)} rows` : 'Made elsewhere'}
      </Link>,
    ],
    [
      'Features',
      <Link key="features" to="/models" search={within('features')}>
        {integer(inputs.length)} {plural(inputs.length, 'feature', 'features')} read
      </Link>,
    ],
    ['Model', <span key="model">Version {model.version}</span>],
    [
      'Strategies',
      publications.length === 0 ? (
        <span key="strategies" className="muted">
          none pins it
        </span>
      ) : (
        <Link key="strategies" to="/strategy" search={{ tab: 'history', model: model.hash }}>
          {integer(publications.length)}
          {orMore} {plural(publications.length, 'publication')}
        </Link>
      ),
    ],
    [
      'Decisions',
      runs === 0 ? (
        <span key="decisions" className="muted">
          {DASH} none
        </span>
      ) : (
        <a key="decisions" href={`#decided-${model.hash}`}>
          {integer(runs)}
          {orMore} {plural(runs, 'run')} over the base
        </a>
      ),
    ],
  ];
  return (
    <Card title="Lineage" sub="What it is made of and what came of it">
      <ol className="model-lineage num">
        {steps.map(([name, content], i) => (
          <li key={name}>
            {i > 0 && <ChevronRight aria-hidden />}
            <div>
              <div className="muted small">{name}</div>
              {content}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
