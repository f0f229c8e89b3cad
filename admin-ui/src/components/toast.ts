import { useSyncExternalStore } from 'react';

export interface Toast {
  id: number;
  text: string;
  tone: 'good' | 'bad';
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

/** Says in one sentence what just happened. */
export function toast(text: string, tone: Toast['tone'] = 'good') {
  const id = next++;
  change([...toasts.slice(-2), { id, text, tone }]);
  setTimeout(() => dismissToast(id), STAY_MILLIS);
}

export const useToasts = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
