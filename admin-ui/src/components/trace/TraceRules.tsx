import { useState } from 'react';
import { Tabs } from '@/components/Tabs';
import type { Decision, TraceRule } from '@/lib/api/types/decision';
import { TraceRuleItem } from './TraceRuleItem';
import './trace.css';

/** Every rule that was asked, actions and segments, each condition with the customer's own value. */
export function TraceRules({
  trace,
  label = 'Rules',
}: {
  trace: NonNullable<Decision['trace']>;
  label?: string;
}) {
  const [tab, setTab] = useState('actions');
  return (
    <div className="trace-tabs">
      <Tabs
        label={label}
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
