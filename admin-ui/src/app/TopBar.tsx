import { Search } from 'lucide-react';
import { Button as RacButton } from 'react-aria-components';
import { JobsTray } from '@/features/jobs/JobsTray';
import { useMay } from '@/lib/SessionContext';
import { AccountMenu } from './AccountMenu';
import { ThemeMenu } from './ThemeMenu';
import './topBar.css';

const shortcut = /Mac/.test(navigator.platform) ? '⌘K' : 'Ctrl K';

export function TopBar({ title, onSearch }: { title: string; onSearch: () => void }) {
  const mayWatchJobs = useMay('ADMIN', 'MARKETER', 'APPROVER', 'ANALYST');
  return (
    <header className="top">
      <div className="crumb">{title}</div>
      <div className="top-end">
        <RacButton className="find" onPress={onSearch}>
          <Search size={15} aria-hidden />
          <span className="find-text">Find a customer or page</span>
          <kbd aria-hidden>{shortcut}</kbd>
        </RacButton>
        {mayWatchJobs && <JobsTray />}
        <ThemeMenu />
        <div className="top-account">
          <AccountMenu />
        </div>
      </div>
    </header>
  );
}
