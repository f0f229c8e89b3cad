import { Badge } from '@/components/Badge';
import { Card } from '@/components/Card';
import { Loaded } from '@/components/Loaded';
import { EmptyState } from '@/components/States';
import { Table } from '@/components/Table';
import { usePlugins } from '@/lib/api/plugins';
import type { Plugin } from '@/lib/api/types/settings';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { humanize } from '@/lib/text';

/** What is plugged in, what each brings, and what is missing before it can be used. */
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
                { id: 'name', header: 'Plugin', cell: (p) => <span className="nowrap">{p.name}</span> },
                {
                  id: 'kinds',
                  header: 'Brings',
                  cell: (p) => (
                    <ul className="plugin-kinds">
                      {p.kinds.map((k) => (
                        <Offered key={`${k.kind} ${k.name}`} offered={k} />
                      ))}
                    </ul>
                  ),
                },
                {
                  id: 'jars',
                  header: 'Files',
                  cell: (p) => <Jars names={p.jar.split(', ')} />,
                },
              ]}
            />
          )
        }
      </Loaded>
    </Card>
  );
}

function Offered({ offered: { kind, name, problem } }: { offered: Plugin['kinds'][number] }) {
  return (
    <li>
      {humanize(kind)} <b>{name}</b> {problem && <Badge tone="warn">Not usable: {problem}</Badge>}
    </li>
  );
}

function Jars({ names }: { names: string[] }) {
  const { integer } = useFormats();
  return (
    <details className="plugin-jars">
      <summary>
        {integer(names.length)} {plural(names.length, 'file')}
      </summary>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <code>{name}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
