import { useState } from 'react';
import { Hash } from '@/components/Hash';
import { Tabs } from '@/components/Tabs';
import type { Decision, TraceRule } from '@/lib/api/types/decision';
import { MadeBy } from './MadeBy';
import { TraceRuleItem } from './TraceRuleItem';
import './trace.css';

interface Props {
  trace: NonNullable<Decision['trace']>;
  decision: Decision;
}

/** Every rule that was asked, each condition with the customer's own value. */
export function TraceCard({ trace, decision }: Props) {
  const [tab, setTab] = useState('actions');
  return (
    <section className="card" aria-labelledby="trace">
      <div className="card-head">
        <div className="card-title">
          <h2 id="trace" tabIndex={-1}>
            Rule trace
          </h2>
        </div>
        <div className="card-end muted small num">
          strategy <Hash value={decision.strategyHash} label="strategy hash" length={8} />
        </div>
      </div>
      <div className="trace-tabs">
        <Tabs
          label="Rules"
          value={tab}
          onChange={setTab}
          tabs={[
            {
              id: 'actions',
              label: tabLabel('Actions', trace.actions),
              content: <Rules rules={trace.actions} />,
            },
            {
              id: 'segments',
              label: tabLabel('Segments', trace.segments),
              content: <Rules rules={trace.segments} />,
            },
          ]}
        />
      </div>
      <MadeBy decision={decision} />
    </section>
  );
}

const tabLabel = (word: string, rules: TraceRule[]) =>
  `${word} ${rules.filter((r) => r.matched).length} of ${rules.length}`;

function Rules({ rules }: { rules: TraceRule[] }) {
  return (
    <ol className="trace">
      {rules.map((rule, i) => (
        <TraceRuleItem key={rule.id} rule={rule} place={i + 1} />
      ))}
    </ol>
  );
}
