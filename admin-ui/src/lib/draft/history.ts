import type { DraftContent } from '@/lib/api/types/drafts';
import { type Edit, edited, sameThing } from './edit';
import { backwards, difference, type Step, taken } from './steps';

/** A draft while it is edited, with the way back and forth. Plain JSON: it can be kept in the browser. */
export interface History {
  content: DraftContent;
  /** The steps of each edit, oldest first; undo takes the last one back. */
  undo: Step[][];
  /** The steps of each edit taken back, the one to take again last. */
  redo: Step[][];
  /** The last edit while more of the same may follow. */
  open: { thing: string; at: number; before: DraftContent } | null;
}

const STEPS = 100;
/** Edits of the same thing that follow within so long are one. */
const PAUSE_MILLIS = 1_000;

export const newHistory = (content: DraftContent): History => ({ content, undo: [], redo: [], open: null });

export type Act = { edit: Edit; at: number } | 'undo' | 'redo';

export function acted(history: History, act: Act): History {
  if (act === 'undo') return undone(history);
  if (act === 'redo') return redone(history);
  const { edit, at } = act;
  const content = edited(history.content, edit);
  if (content === history.content) return history;
  const thing = sameThing(edit);
  const { open } = history;
  const goesOn = open !== null && thing === open.thing && at - open.at < PAUSE_MILLIS;
  const before = goesOn ? open.before : history.content;
  const steps = difference(before, content);
  const past = goesOn ? history.undo.slice(0, -1) : history.undo;
  return {
    content,
    undo: (steps.length > 0 ? [...past, steps] : past).slice(-STEPS),
    redo: [],
    // What was typed and taken back by hand leaves nothing to undo.
    open: thing && steps.length > 0 ? { thing, at, before } : null,
  };
}

function undone({ content, undo, redo }: History): History {
  const steps = undo.at(-1);
  if (!steps) return { content, undo, redo, open: null };
  return {
    content: taken(content, backwards(steps)),
    undo: undo.slice(0, -1),
    redo: [...redo, steps],
    open: null,
  };
}

function redone({ content, undo, redo }: History): History {
  const steps = redo.at(-1);
  if (!steps) return { content, undo, redo, open: null };
  return { content: taken(content, steps), undo: [...undo, steps], redo: redo.slice(0, -1), open: null };
}
