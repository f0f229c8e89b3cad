import { useSyncExternalStore } from 'react';

export interface Toast {
  id: number;
  text: string;
  tone: 'good' | 'bad';
  /** Takes back what just happened. */
  undo?: () => void;
}

const STAY_MILLIS = 6_000;

let toasts: readonly Toast[] = [];
let next = 1;
const listeners = new Set<() => void>();

function change(to: readonly Toast[]) {
  toasts = to;
  for (const listener of listeners) listener();
}

export const dismissToast = (id: number) => change(toasts.filter((t) => t.id !== id));

/** Says in one sentence what just happened, and offers to take it back where that is possible. */
export function toast(text: string, tone: Toast['tone'] = 'good', undo?: () => void) {
  const id = next++;
  change([...toasts.slice(-2), undo ? { id, text, tone, undo } : { id, text, tone }]);
  setTimeout(() => dismissToast(id), undo ? STAY_MILLIS * 2 : STAY_MILLIS);
}

export const useToasts = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
