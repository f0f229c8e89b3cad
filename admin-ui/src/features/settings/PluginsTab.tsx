import { Badge } from '@/components/Badge';
import { Card } from '@/components/Card';
import { Loaded } from '@/components/Loaded';
import { EmptyState } from '@/components/States';
import { Table } from '@/components/Table';
import { usePlugins } from '@/lib/api/plugins';
import { humanize } from '@/lib/text';

export function PluginsTab() {
  const plugins = usePlugins();
  return (
    <Card title="Plugins" sub="Read from the plugins folder when the server started" flush>
      <Loaded query={plugins} height={160} label="Loading plugins">
        {(data) =>
          data.length === 0 ? (
            <EmptyState title="No plugin is loaded">
              Put a plugin's folder into the plugins folder and start the server again.
            </EmptyState>
          ) : (
            <Table
              label="Loaded plugins"
              rows={data}
              rowKey={(p) => p.name}
              columns={[
                { id: 'name', header: 'Plugin', cell: (p) => p.name },
                {
                  id: 'kinds',
                  header: 'Brings',
                  cell: (p) => (
                    <span className="row row-wrap">
                      {p.kinds.map((k) => (
                        <Badge key={`${k.kind} ${k.name}`}>
                          {humanize(k.kind)}: {k.name}
                        </Badge>
                      ))}
                    </span>
                  ),
                },
                {
                  id: 'jar',
                  header: 'From',
                  cell: (p) => (p.jar ? <code className="break">{p.jar}</code> : 'The product'),
                },
              ]}
            />
          )
        }
      </Loaded>
    </Card>
  );
}
