import { Card } from '@/components/Card';
import { Hash } from '@/components/Hash';
import { Loaded } from '@/components/Loaded';
import { ShowMore } from '@/components/ShowMore';
import { StateBadge } from '@/components/StateBadge';
import { EmptyState } from '@/components/States';
import { Table } from '@/components/Table';
import { exportFileUrl, exportManifestUrl, useAudienceExports } from '@/lib/api/audienceExports';
import type { AudienceExport } from '@/lib/api/types/audiences';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { useChannelName } from '@/lib/useChannelName';

/** Every file made from the audience: rows, checksum, who and when, and the file itself while it is kept. */
export function ExportHistory({ audienceId }: { audienceId: string }) {
  const exports = useAudienceExports(audienceId);
  const { integer, bytes, when } = useFormats();
  return (
    <Card title="Exports" flush>
      <Loaded query={exports} height={140} label="Loading exports">
        {(items) =>
          items.length === 0 ? (
            <EmptyState title="Nothing was exported yet" />
          ) : (
            <Table
              label="Exports made"
              rows={items}
              rowKey={(e) => e.id}
              columns={[
                {
                  id: 'at',
                  header: 'Made',
                  cell: (e) => (
                    <Made
                      at={when(e.createdAt)}
                      by={e.createdBy}
                      channel={e.channel}
                      contacts={e.countsAsContact}
                    />
                  ),
                },
                { id: 'state', header: 'State', cell: (e) => <StateBadge state={e.state} /> },
                {
                  id: 'rows',
                  header: 'Rows',
                  numeric: true,
                  cell: (e) => (e.rows === null ? DASH : integer(e.rows)),
                },
                {
                  id: 'size',
                  header: 'Size',
                  numeric: true,
                  cell: (e) =>
                    e.sizeBytes === null ? DASH : <span className="nowrap">{bytes(e.sizeBytes)}</span>,
                },
                {
                  id: 'sha',
                  header: 'SHA-256',
                  cell: (e) => (e.sha256 ? <Hash value={e.sha256} label="SHA-256 of the file" /> : DASH),
                },
                {
                  id: 'file',
                  header: 'File',
                  className: 'table-actions',
                  cell: (e) => <Files file={e} kept={e.expiresAt ? `kept until ${when(e.expiresAt)}` : ''} />,
                },
              ]}
            />
          )
        }
      </Loaded>
      <ShowMore list={exports} />
    </Card>
  );
}

interface MadeProps {
  at: string;
  by: string;
  channel: string | null;
  contacts: boolean;
}

function Made({ at, by, channel, contacts }: MadeProps) {
  const channelName = useChannelName();
  return (
    <>
      <span className="nowrap">{at}</span>
      <div className="muted small">
        {by}
        {channel && `, for ${channelName(channel)}`}
        {contacts && ', counted as contacts'}
      </div>
    </>
  );
}

function Files({ file, kept }: { file: AudienceExport; kept: string }) {
  if (file.state !== 'SUCCEEDED') return <>{DASH}</>;
  if (file.expiresAt && Date.parse(file.expiresAt) < Date.now())
    return <span className="muted">Expired</span>;
  return (
    <>
      <span className="row">
        <a href={exportFileUrl(file.id)} download={file.fileName ?? true}>
          Download
        </a>
        <a href={exportManifestUrl(file.id)} download>
          Manifest
        </a>
      </span>
      {kept && <div className="muted small">{kept}</div>}
    </>
  );
}
