import { type ReactNode, useEffect, useRef } from 'react';
import { Tabs as RacTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import './tabs.css';

export interface TabSpec {
  id: string;
  label: string;
  content: ReactNode;
}

interface Props {
  label: string;
  tabs: TabSpec[];
  value: string;
  onChange: (id: string) => void;
}

export function Tabs({ label, tabs, value, onChange }: Props) {
  const list = useRef<HTMLDivElement>(null);
  // Where the tabs are wider than the screen, the chosen one is brought into sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it moves when another tab is chosen
  useEffect(() => {
    const drawn = requestAnimationFrame(() => {
      const row = list.current;
      const tab = row?.querySelector('[data-selected]');
      if (!row || !(tab instanceof HTMLElement)) return;
      row.scrollLeft = tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
    });
    return () => cancelAnimationFrame(drawn);
  }, [value]);
  return (
    <RacTabs className="tabs" selectedKey={value} onSelectionChange={(key) => onChange(String(key))}>
      <div className="tabs-head">
        <TabList ref={list} className="tab-list" aria-label={label} items={tabs}>
          {(t) => (
            <Tab id={t.id} className="tab">
              {t.label}
            </Tab>
          )}
        </TabList>
      </div>
      {tabs.map((t) => (
        <TabPanel key={t.id} id={t.id} className="tab-panel">
          {t.content}
        </TabPanel>
      ))}
    </RacTabs>
  );
}
