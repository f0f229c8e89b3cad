import type { DraftContent } from '@/lib/api/types/drafts';
import type { Step } from './steps';

/** A draft as this browser keeps it: what was not saved yet, and the way back. */
export interface Kept {
  content: DraftContent;
  /** The revision of the server that it was made from. */
  revision: number;
  undo: Step[][];
  redo: Step[][];
  /** Whether it holds something the server does not have. */
  unsaved: boolean;
  at: number;
}

export interface Keep {
  read(key: string): Promise<Kept | null>;
  write(key: string, kept: Kept): Promise<void>;
  forget(key: string): Promise<void>;
}

const DATABASE = 'drafts';
const STORE = 'kept';

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return answer(request);
}

/** Keeps drafts in IndexedDB; in a window that has none, as long as the page stays open. */
function createKeep(): Keep {
  const memory = new Map<string, Kept>();
  const stored = async <T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>) => {
    const database = await open();
    try {
      return await answer(ask(database.transaction(STORE, mode).objectStore(STORE)));
    } finally {
      database.close();
    }
  };
  // Storage is closed in some private windows.
  const orMemory = async <T>(work: () => Promise<T>, otherwise: () => T): Promise<T> =>
    typeof indexedDB === 'undefined' ? otherwise() : work().catch(otherwise);
  return {
    read: (key) =>
      orMemory<Kept | null>(
        async () => ((await stored('readonly', (s) => s.get(key))) as Kept | undefined) ?? null,
        () => memory.get(key) ?? null,
      ),
    write: (key, kept) =>
      orMemory(
        async () => void (await stored('readwrite', (s) => s.put(kept, key))),
        () => void memory.set(key, kept),
      ),
    forget: (key) =>
      orMemory(
        async () => void (await stored('readwrite', (s) => s.delete(key))),
        () => void memory.delete(key),
      ),
  };
}

export const browserKeep = createKeep();
