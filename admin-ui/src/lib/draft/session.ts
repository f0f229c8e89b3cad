import { ApiError } from '@/lib/api/request';
import type { DraftContent, DraftView } from '@/lib/api/types/drafts';
import type { Edit } from './edit';
import { type Act, acted, type History, newHistory } from './history';
import type { Keep, Kept } from './keep';
import { same } from './steps';

/** Whether what is on the screen is on the server. */
export type Saving =
  | { kind: 'saved'; at: string }
  /** Changed a moment ago; it is saved when the typing pauses. */
  | { kind: 'waiting' }
  | { kind: 'saving' }
  /** The server did not answer; it is asked again, and this browser keeps the draft. */
  | { kind: 'offline' }
  /** Somebody else saved in between. */
  | { kind: 'outdated' }
  | { kind: 'refused'; error: unknown };

export interface Snapshot {
  history: History;
  saving: Saving;
  /** What an earlier visit left unsaved, until it is taken up or dropped. */
  offered: Kept | null;
}

export interface Ports {
  save: (
    content: DraftContent,
    revision: number,
    /** What the server holds as that revision; null = it is not known here. */
    base: DraftContent | null,
    leaving: boolean,
  ) => Promise<DraftView>;
  /** Told which content the server holds as a revision. */
  onKnown: (content: DraftContent, revision: number) => void;
  /** Told about every answer to a save. */
  onSaved: (view: DraftView) => void;
  keep: Keep;
  /** Under which the browser keeps it: the user and the draft. */
  key: string;
  now: () => number;
}

const SAVE_MILLIS = 1_000;
const KEEP_MILLIS = 250;
const RETRY_MILLIS = 5_000;

export const contentOf = ({ name, basedOn, document }: DraftView): DraftContent => ({
  name,
  basedOn,
  document,
});

/**
 * One draft open in one window: its history, and saving it. A save goes out when the typing pauses, never two at once; what
 * the server does not have yet is kept in the browser, so nothing typed is lost.
 */
export class DraftSession {
  private readonly ports: Ports;
  private readonly listeners = new Set<() => void>();
  private now: Snapshot;
  private saved: DraftContent;
  /** What the server holds as the revision; null after joining with what somebody else saved. */
  private base: DraftContent | null = null;
  private revision: number;
  private lastSaved: string;
  private saveTimer: ReturnType<typeof setTimeout> | undefined;
  private keepTimer: ReturnType<typeof setTimeout> | undefined;
  private published: boolean;

  constructor(view: DraftView, kept: Kept | null, ports: Ports) {
    this.ports = ports;
    this.saved = contentOf(view);
    this.revision = view.revision;
    this.known(this.saved);
    this.lastSaved = view.changedAt;
    this.published = view.state === 'PUBLISHED';
    const goesOn = kept !== null && same(kept.content, this.saved);
    const history = newHistory(this.saved);
    this.now = {
      history: goesOn ? { ...history, undo: kept.undo, redo: kept.redo } : history,
      saving: { kind: 'saved', at: view.changedAt },
      offered: kept?.unsaved && !goesOn ? kept : null,
    };
    if (this.published) void this.keepNow();
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): Snapshot => this.now;

  get savedRevision(): number {
    return this.revision;
  }

  get unsaved(): boolean {
    return !same(this.now.history.content, this.saved);
  }

  readonly edit = (edit: Edit) => this.act({ edit, at: this.ports.now() });
  readonly undo = () => this.act('undo');
  readonly redo = () => this.act('redo');

  private act(act: Act) {
    const history = acted(this.now.history, act);
    if (history === this.now.history) return;
    this.change({ history, offered: null });
    this.keepSoon();
    if (this.now.saving.kind === 'saving' || this.now.saving.kind === 'outdated') return;
    this.change({ saving: { kind: 'waiting' } });
    this.saveIn(SAVE_MILLIS);
  }

  /** Takes over what somebody else saved, as long as nothing here is unsaved; else the next save finds out. */
  adopt(view: DraftView) {
    if (view.state === 'PUBLISHED' && !this.published) {
      this.published = true;
      void this.keepNow();
    }
    if (view.revision <= this.revision || this.now.saving.kind !== 'saved' || this.unsaved) return;
    this.saved = contentOf(view);
    this.revision = view.revision;
    this.known(this.saved);
    this.change({ history: newHistory(this.saved), saving: { kind: 'saved', at: view.changedAt } });
    this.keepSoon();
  }

  /** Goes on from a newer revision with what was merged from it and what is here. */
  async resolve(content: DraftContent, revision: number) {
    this.revision = revision;
    this.base = null;
    const history = acted(this.now.history, { edit: { do: 'replace', content }, at: this.ports.now() });
    this.change({ history, saving: { kind: 'waiting' } });
    await this.save();
  }

  /** Takes up what an earlier visit left unsaved. */
  async takeUp() {
    const kept = this.now.offered;
    if (!kept) return;
    this.revision = kept.revision;
    this.base = null;
    const history: History = { content: kept.content, undo: kept.undo, redo: kept.redo, open: null };
    this.change({ history, offered: null, saving: { kind: 'waiting' } });
    await this.save();
  }

  dropOffer() {
    this.change({ offered: null });
    void this.ports.keep.forget(this.ports.key);
  }

  /** Saves now what is not saved; resolves when the server answered. */
  async save(leaving = false): Promise<void> {
    clearTimeout(this.saveTimer);
    if (this.now.saving.kind === 'saving') return;
    if (!this.unsaved) {
      if (this.now.saving.kind === 'waiting') this.change({ saving: { kind: 'saved', at: this.lastSaved } });
      return;
    }
    const sent = this.now.history.content;
    this.change({ saving: { kind: 'saving' } });
    try {
      const view = await this.ports.save(sent, this.revision, this.base, leaving);
      this.saved = sent;
      this.revision = view.revision;
      this.known(sent);
      this.lastSaved = new Date(this.ports.now()).toISOString();
      this.ports.onSaved(view);
      const more = this.unsaved;
      this.change({ saving: more ? { kind: 'waiting' } : { kind: 'saved', at: this.lastSaved } });
      if (more) this.saveIn(SAVE_MILLIS);
    } catch (error) {
      this.failed(error);
    }
    await this.keepNow();
  }

  /** The page is left: whatever is unsaved goes out at once, and the browser keeps it in case it does not arrive. */
  leave() {
    if (!this.unsaved) return;
    void this.keepNow();
    if (this.now.saving.kind !== 'outdated') void this.save(true);
  }

  private known(content: DraftContent) {
    this.base = content;
    this.ports.onKnown(content, this.revision);
  }

  private failed(error: unknown) {
    const status = error instanceof ApiError ? error.status : 0;
    if (status === 412) this.change({ saving: { kind: 'outdated' } });
    else if (status === 0 || status >= 500) {
      this.change({ saving: { kind: 'offline' } });
      this.saveIn(RETRY_MILLIS);
    } else this.change({ saving: { kind: 'refused', error } });
  }

  private saveIn(millis: number) {
    clearTimeout(this.saveTimer);
    this.saveTimer = setTimeout(() => void this.save(), millis);
  }

  private keepSoon() {
    clearTimeout(this.keepTimer);
    this.keepTimer = setTimeout(() => void this.keepNow(), KEEP_MILLIS);
  }

  private keepNow(): Promise<void> {
    clearTimeout(this.keepTimer);
    const { content, undo, redo } = this.now.history;
    const { keep, key, now } = this.ports;
    if (this.now.offered) return Promise.resolve();
    // What is live needs no copy here; what came too late to be in it is never lost.
    if (this.published && !this.unsaved) return keep.forget(key);
    return keep.write(key, {
      content,
      undo,
      redo,
      revision: this.revision,
      unsaved: this.unsaved,
      at: now(),
    });
  }

  private change(to: Partial<Snapshot>) {
    this.now = { ...this.now, ...to };
    for (const listener of this.listeners) listener();
  }
}
