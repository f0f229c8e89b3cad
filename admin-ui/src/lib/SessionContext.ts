import { createContext, useContext } from 'react';
import type { Role, Session } from './api/types/session';
import { createFormats, type Formats } from './format';

interface SignedIn {
  session: Session;
  formats: Formats;
}

export const SessionContext = createContext<SignedIn | null>(null);

export const signedIn = (session: Session): SignedIn => ({
  session,
  formats: createFormats(session.product.locale, session.product.currency),
});

function useSignedIn(): SignedIn {
  const value = useContext(SessionContext);
  if (!value) throw new Error('This part of the console is drawn only after sign-in.');
  return value;
}

export const useSession = () => useSignedIn().session;
export const useFormats = () => useSignedIn().formats;

/** From which risk a customer counts as at risk. */
export const useAtRiskThreshold = (): number => useSession().product.atRiskThreshold;

/** Whether the person signed in has at least one of these roles. */
export function useMay(...roles: Role[]): boolean {
  const mine = useSession().roles;
  return roles.some((role) => mine.includes(role));
}
