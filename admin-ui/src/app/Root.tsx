import { useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import { ErrorState } from '@/components/States';
import { Toasts } from '@/components/Toasts';
import { SignIn } from '@/features/session/SignIn';
import { useSessionQuery } from '@/lib/api/session';
import type { Session } from '@/lib/api/types/session';
import { SessionContext, signedIn } from '@/lib/SessionContext';
import { Shell } from './Shell';

/** Nobody signed in: the sign-in page at any address. Somebody: the shell around the page the address names. */
export function Root() {
  const { data: session, error, refetch } = useSessionQuery();
  if (session) return <SignedIn session={session} />;
  if (session === null) return <SignIn />;
  if (error) {
    return (
      <main className="page">
        <h1 className="sr">Customer Intelligence</h1>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </main>
    );
  }
  return <output className="sr">Loading…</output>;
}

function SignedIn({ session }: { session: Session }) {
  const value = useMemo(() => signedIn(session), [session]);
  return (
    <SessionContext value={value}>
      <I18nProvider locale={session.product.locale}>
        <Shell />
        <Toasts />
      </I18nProvider>
    </SessionContext>
  );
}
