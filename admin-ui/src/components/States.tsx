import { CircleAlert, Inbox, Lock, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { ApiError } from '@/lib/api/request';
import { Button } from './Button';
import './states.css';

/** The place a loading part will take, at its height, so that nothing jumps when it arrives. */
export function Skeleton({ height, label = 'Loading' }: { height: number | string; label?: string }) {
  return (
    <div className="skeleton" role="status" style={{ height }}>
      <span className="sr">{label}…</span>
    </div>
  );
}

interface EmptyProps {
  title: string;
  children?: ReactNode;
  /** The action that fills it. */
  action?: ReactNode;
}

export function EmptyState({ title, children, action }: EmptyProps) {
  return (
    <div className="state">
      <Inbox aria-hidden />
      <p className="state-title">{title}</p>
      {children && <div className="state-text">{children}</div>}
      {action && <div className="state-action">{action}</div>}
    </div>
  );
}

/** What went wrong, why perhaps, and a way on. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  if (error instanceof ApiError && error.status === 403) return <NoPermission>{error.message}</NoPermission>;
  const retry = onRetry && (
    <Button onPress={onRetry}>
      <RotateCw aria-hidden />
      Try again
    </Button>
  );
  // What was asked for is not there yet: nothing has failed.
  if (error instanceof ApiError && error.status === 409) {
    return (
      <EmptyState title={error.message} action={retry}>
        {error.hint}
      </EmptyState>
    );
  }
  const known = error instanceof ApiError;
  return (
    <div className="state" role="alert">
      <CircleAlert aria-hidden />
      <p className="state-title">{known ? error.message : 'This part of the console failed.'}</p>
      <div className="state-text">{known ? error.hint : String(error)}</div>
      {retry && <div className="state-action">{retry}</div>}
    </div>
  );
}

export function NoPermission({ children }: { children?: ReactNode }) {
  return (
    <div className="state">
      <Lock aria-hidden />
      <p className="state-title">Your role does not include this</p>
      <div className="state-text">{children ?? 'An administrator can change your roles in Settings.'}</div>
    </div>
  );
}
