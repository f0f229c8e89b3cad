import { useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { CodeView } from '@/components/CodeView';
import { Loaded } from '@/components/Loaded';
import { useDraftDrl } from '@/lib/api/draftDrl';
import { useSnapshot } from '@/lib/draft/DraftContext';
import { useDebounced } from '@/lib/useDebounced';

/** The Drools text that a segment or action of the draft becomes, to read; asked for when it is opened. */
export function RuleDrl({ rule }: { rule: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Disclosure isExpanded={open} onExpandedChange={setOpen}>
      <Heading level={3} className="rule-drl">
        <Button slot="trigger" className="btn btn-ghost btn-small">
          {open ? 'Hide the DRL' : 'Show as DRL'}
        </Button>
      </Heading>
      <DisclosurePanel>{open && <Drl rule={rule} />}</DisclosurePanel>
    </Disclosure>
  );
}

function Drl({ rule }: { rule: string }) {
  const content = useSnapshot((now) => now.history.content);
  const { basedOn, document } = useDebounced(content);
  const drl = useDraftDrl(basedOn, document, rule);
  return (
    <>
      <p className="muted small">Generated from the draft for reading; the rule itself is data.</p>
      <Loaded query={drl} height={240} label="Loading DRL">
        {({ drl: code }) => <CodeView label="Generated DRL" language="drl" code={code} />}
      </Loaded>
    </>
  );
}
