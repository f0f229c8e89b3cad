import { type ReactNode, useState } from 'react';
import { CodeView } from '@/components/CodeView';
import { ConditionTree } from '@/components/condition/ConditionTree';
import { Loaded } from '@/components/Loaded';
import { Tabs } from '@/components/Tabs';
import { useDrl } from '@/lib/api/drl';
import type { Condition } from '@/lib/api/types/condition';
import './strategy.css';

interface Props {
  id: string;
  name: string;
  description: string | null;
  sentence: string;
  condition: Condition | null;
  /** What the JSON tab shows. */
  document: unknown;
  badges?: ReactNode;
  children: ReactNode;
}

/** One rule: in words, as the DRL generated from it, and as the JSON it is. */
export function RuleDetail({
  id,
  name,
  description,
  sentence,
  condition,
  document,
  badges,
  children,
}: Props) {
  const [tab, setTab] = useState('words');
  return (
    <section className="card rule-detail" aria-labelledby="rule-name">
      <div className="row row-between row-wrap">
        <h2 id="rule-name">{name}</h2>
        <div className="row">{badges}</div>
      </div>
      {description && <p className="rule-description">{description}</p>}
      <Tabs
        label="Form of the rule"
        value={tab}
        onChange={setTab}
        tabs={[
          {
            id: 'words',
            label: 'In words',
            content: (
              <div className="rule-words">
                <div>
                  <p className="rule-when">
                    <span className="tag">WHEN</span> a customer matches
                  </p>
                  {condition ? <ConditionTree condition={condition} /> : <p>{sentence}</p>}
                </div>
                <div>{children}</div>
              </div>
            ),
          },
          { id: 'drl', label: 'DRL', content: <Drl rule={id} shown={tab === 'drl'} /> },
          {
            id: 'json',
            label: 'JSON',
            content: (
              <CodeView label={`${name} as JSON`} language="json" code={JSON.stringify(document, null, 2)} />
            ),
          },
        ]}
      />
    </section>
  );
}

function Drl({ rule, shown }: { rule: string; shown: boolean }) {
  const drl = useDrl(rule, shown);
  return (
    <Loaded query={drl} height={240} label="Loading DRL">
      {({ drl: code }) => (
        <>
          <p className="muted small rule-note">
            Generated from the rule for reading; the rule itself is data.
          </p>
          <CodeView label="Generated DRL" language="drl" code={code} />
        </>
      )}
    </Loaded>
  );
}
