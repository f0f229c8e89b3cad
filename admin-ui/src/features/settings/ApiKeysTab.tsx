import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Confirm } from '@/components/Confirm';
import { Loaded } from '@/components/Loaded';
import { ShowMore } from '@/components/ShowMore';
import { EmptyState } from '@/components/States';
import { Table } from '@/components/Table';
import { useApiKeys } from '@/lib/api/apiKeys';
import { useDeleteApiKey } from '@/lib/api/deleteApiKey';
import type { ApiKey } from '@/lib/api/types/settings';
import { roleNames } from '@/lib/roles';
import { useFormats } from '@/lib/SessionContext';
import { ApiKeyDialog } from './ApiKeyDialog';

/** Keys other systems sign in with. */
export function ApiKeysTab() {
  const keys = useApiKeys();
  const { date } = useFormats();
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const remove = useDeleteApiKey();
  return (
    <Card
      title="API keys"
      sub="For other systems; sent as Authorization: Bearer"
      flush
      end={
        <Button small kind="primary" onPress={() => setCreating(true)}>
          <KeyRound aria-hidden />
          Create key
        </Button>
      }
    >
      <Loaded query={keys} height={160} label="Loading keys">
        {(data) =>
          data.length === 0 ? (
            <EmptyState title="There are no keys">
              Create one for each system, so that each can be revoked alone.
            </EmptyState>
          ) : (
            <Table
              label="Keys"
              rows={data}
              rowKey={(k) => k.id}
              columns={[
                { id: 'name', header: 'Name', cell: (k) => k.name },
                { id: 'roles', header: 'Roles', cell: (k) => roleNames(k.roles) },
                { id: 'created', header: 'Created', cell: (k) => date(k.createdAt) },
                {
                  id: 'expires',
                  header: 'Expires',
                  cell: (k) => date(k.expiresAt),
                },
                {
                  id: 'revoke',
                  header: <span className="sr">Revoke</span>,
                  className: 'table-actions',
                  cell: (k) => (
                    <Button small aria-label={`Revoke ${k.name}`} onPress={() => setRevoking(k)}>
                      Revoke
                    </Button>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
      <ShowMore list={keys} />
      <ApiKeyDialog open={creating} onClose={() => setCreating(false)} />
      <Confirm
        title="Revoke key"
        open={revoking !== null}
        onClose={() => setRevoking(null)}
        confirm="Revoke key"
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => revoking && remove.mutate(revoking.id, { onSuccess: () => setRevoking(null) })}
      >
        The system that uses “{revoking?.name}” is refused from now on. This cannot be undone.
      </Confirm>
    </Card>
  );
}
