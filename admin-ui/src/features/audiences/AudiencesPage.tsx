import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { Loaded } from '@/components/Loaded';
import { PageHeader } from '@/components/PageHeader';
import { ShowMore } from '@/components/ShowMore';
import { EmptyState } from '@/components/States';
import { useAudiences } from '@/lib/api/audiences';
import type { Audience } from '@/lib/api/types/audiences';
import { DASH } from '@/lib/format';
import { useFormats, useMay } from '@/lib/SessionContext';
import { AudienceDetail } from './AudienceDetail';
import '@/components/masterDetail.css';
import '@/components/button.css';
import './audiences.css';

export function AudiencesPage() {
  const audiences = useAudiences();
  const mayWrite = useMay('ADMIN', 'MARKETER');
  const create = mayWrite && (
    <Link to="/audiences/new" className="btn btn-primary">
      <Plus aria-hidden />
      New audience
    </Link>
  );
  return (
    <>
      <PageHeader title="Audiences" actions={create}>
        Who is contacted. Each export counts again and writes a file with its checksum.
      </PageHeader>
      <Loaded query={audiences} height={520} label="Loading audiences">
        {(items) =>
          items.length === 0 ? (
            <div className="card">
              <EmptyState title="There are no audiences yet" action={create}>
                Make one from a segment, an action or a condition of your own.
              </EmptyState>
            </div>
          ) : (
            <>
              <List audiences={items} />
              <ShowMore list={audiences} />
            </>
          )
        }
      </Loaded>
    </>
  );
}

function List({ audiences }: { audiences: Audience[] }) {
  const { id } = useSearch({ from: '/audiences' });
  const navigate = useNavigate({ from: '/audiences' });
  const { integer, when } = useFormats();
  const chosen = audiences.find((a) => a.id === id) ?? audiences[0];
  return (
    <div className="master">
      <ul className="pick-list">
        {audiences.map((a) => (
          <li key={a.id}>
            <button
              type="button"
              className="pick pick-plain"
              aria-current={a === chosen}
              onClick={() => void navigate({ search: { id: a.id }, replace: true })}
            >
              <span className="pick-name">{a.name}</span>
              <span className="pick-number num">{a.customers === null ? DASH : integer(a.customers)}</span>
              <span className="pick-sub">
                {a.sentence}
                <br />
                <span className="muted">
                  {a.lastExport ? `Exported ${when(a.lastExport.createdAt)}` : 'Never exported'}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {chosen && <AudienceDetail key={chosen.id} audience={chosen} />}
    </div>
  );
}
