import { Navigate, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { NoPermission } from '@/components/States';
import { useSession } from '@/lib/SessionContext';
import { Palette } from './Palette';
import { pageAt, pagesFor } from './pages';
import { Sidebar } from './Sidebar';
import { TopBar } from './TopBar';
import '@/components/page.css';
import './shell.css';

/** Sidebar, top bar and command palette around the page of the address. */
export function Shell() {
  const { roles } = useSession();
  const path = useRouterState({ select: (s) => s.location.pathname });
  const [paletteOpen, setPaletteOpen] = useState(false);
  const main = useFocusOnNavigation(path);
  const groups = pagesFor(roles);
  const page = pageAt(path);
  const allowed = !page || page.roles.some((role) => roles.includes(role));
  const home = groups[0]?.pages[0];

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setPaletteOpen(true);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  if (path === '/' && !allowed && home) return <Navigate to={home.to} replace />;
  return (
    <div className="shell">
      <a className="skip" href="#main">
        Skip to content
      </a>
      <Sidebar groups={groups} />
      <div className="shell-body">
        <TopBar title={page?.label ?? 'Not found'} onSearch={() => setPaletteOpen(true)} />
        <main id="main" className="page" ref={main} tabIndex={-1}>
          {allowed ? <Outlet /> : <Refused title={page?.label ?? ''} />}
        </main>
      </div>
      <Palette open={paletteOpen} onClose={() => setPaletteOpen(false)} groups={groups} />
    </div>
  );
}

function Refused({ title }: { title: string }) {
  return (
    <div className="card">
      <h1 className="sr">{title}</h1>
      <NoPermission />
    </div>
  );
}

/** Moves the focus to the new page, so that the keyboard and screen readers start there. */
function useFocusOnNavigation(path: string) {
  const main = useRef<HTMLElement>(null);
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current !== path) main.current?.focus({ preventScroll: true });
    shown.current = path;
  }, [path]);
  return main;
}
