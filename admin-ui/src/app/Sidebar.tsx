import { Link } from '@tanstack/react-router';
import { useSession } from '@/lib/SessionContext';
import { AccountMenu } from './AccountMenu';
import type { PageGroup } from './pages';
import './sidebar.css';

export function Sidebar({ groups }: { groups: PageGroup[] }) {
  const { product } = useSession();
  return (
    <nav className="side" aria-label="Main">
      <div className="brand">
        <img src="/favicon.svg" alt="" width={28} height={28} />
        <span>{product.name}</span>
      </div>
      <div className="side-nav">
        {groups.map((group) => (
          <div key={group.heading} className="side-group">
            <div className="side-heading">{group.heading}</div>
            {group.pages.map((p) => (
              <Link
                key={p.to}
                to={p.to}
                activeOptions={{ exact: p.to === '/', includeSearch: false }}
                title={p.label}
              >
                <p.icon aria-hidden />
                <span>{p.label}</span>
              </Link>
            ))}
          </div>
        ))}
      </div>
      <div className="side-foot">
        <AccountMenu withName />
      </div>
    </nav>
  );
}
