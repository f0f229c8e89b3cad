import type { ReactNode } from 'react';
import { Tabs as RacTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import { cx } from '@/lib/cx';
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
  className?: string;
  /** Beside the list of tabs. */
  end?: ReactNode;
}

export function Tabs({ label, tabs, value, onChange, className, end }: Props) {
  return (
    <RacTabs
      className={cx('tabs', className)}
      selectedKey={value}
      onSelectionChange={(key) => onChange(String(key))}
    >
      <div className="tabs-head">
        <TabList className="tab-list" aria-label={label} items={tabs}>
          {(t) => (
            <Tab id={t.id} className="tab">
              {t.label}
            </Tab>
          )}
        </TabList>
        {end}
      </div>
      {tabs.map((t) => (
        <TabPanel key={t.id} id={t.id} className="tab-panel">
          {t.content}
        </TabPanel>
      ))}
    </RacTabs>
  );
}
