import { useNavigate, useSearch } from '@tanstack/react-router';
import { PageHeader } from '@/components/PageHeader';
import { Tabs } from '@/components/Tabs';
import { useMay, useSession } from '@/lib/SessionContext';
import { ApiKeysTab } from './ApiKeysTab';
import { AuditTab } from './AuditTab';
import { PluginsTab } from './PluginsTab';
import type { TABS } from './search';
import { UsersTab } from './UsersTab';
import './settings.css';

/** People, keys, what happened, and what is plugged in. Approvers see the audit log only. */
export function SettingsPage() {
  const admin = useMay('ADMIN');
  const { product } = useSession();
  const { tab } = useSearch({ from: '/settings' });
  const navigate = useNavigate({ from: '/settings' });
  const audit = { id: 'audit', label: 'Audit log', content: <AuditTab /> };
  const tabs = admin
    ? [
        { id: 'users', label: 'Users', content: <UsersTab /> },
        { id: 'keys', label: 'API keys', content: <ApiKeysTab /> },
        audit,
        { id: 'plugins', label: 'Plugins', content: <PluginsTab /> },
      ]
    : [audit];
  const shown = tabs.some((t) => t.id === tab) ? (tab as string) : (tabs[0]?.id ?? '');
  return (
    <>
      <PageHeader title="Settings">
        {product.name} {product.version}, amounts in {product.currency}
      </PageHeader>
      <Tabs
        label="Settings"
        value={shown}
        onChange={(to) => void navigate({ search: { tab: to as (typeof TABS)[number] }, replace: true })}
        tabs={tabs}
      />
    </>
  );
}
