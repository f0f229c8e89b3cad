import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/components/Badge';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Loaded } from '@/components/Loaded';
import { ShowMore } from '@/components/ShowMore';
import { Table } from '@/components/Table';
import type { User } from '@/lib/api/types/settings';
import { useUsers } from '@/lib/api/users';
import { roleNames } from '@/lib/roles';
import { UserDialog } from './UserDialog';

export function UsersTab() {
  const users = useUsers();
  const [editing, setEditing] = useState<User | 'new' | null>(null);
  return (
    <Card
      title="Users"
      sub="Who may sign in, and what they may do"
      flush
      end={
        <Button small kind="primary" onPress={() => setEditing('new')}>
          <UserPlus aria-hidden />
          Add user
        </Button>
      }
    >
      <Loaded query={users} height={220} label="Loading users">
        {(data) => (
          <Table
            label="People"
            rows={data}
            rowKey={(u) => u.username}
            columns={[
              {
                id: 'name',
                header: 'Name',
                cell: (u) => (
                  <>
                    {u.displayName} <code className="user-name">{u.username}</code>
                  </>
                ),
              },
              { id: 'roles', header: 'Roles', cell: (u) => roleNames(u.roles) },
              {
                id: 'state',
                header: 'State',
                cell: (u) => (
                  <Badge tone={u.disabled ? 'warn' : 'good'}>{u.disabled ? 'Disabled' : 'Active'}</Badge>
                ),
              },
              {
                id: 'edit',
                header: <span className="sr">Change</span>,
                className: 'table-actions',
                cell: (u) => (
                  <Button small aria-label={`Change ${u.displayName}`} onPress={() => setEditing(u)}>
                    Change
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Loaded>
      <ShowMore list={users} />
      <UserDialog user={editing} onClose={() => setEditing(null)} />
    </Card>
  );
}
