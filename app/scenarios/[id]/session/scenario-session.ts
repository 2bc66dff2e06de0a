import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { ScenarioUndoHandle } from '@/lib/document/undo';
import type { Right } from '@/lib/domain/delegations';
import type { EditingState } from '@/lib/domain/editing';
import type { Scenario } from '@/lib/domain/scenario';
import type { CloseReason } from '@/lib/sync/close-codes';
import type { News } from '@/lib/sync/messages';
import type { PresentPerson, Presence } from '@/lib/sync/presence';

/** A value that can be read at any time and watched; `subscribe` returns its unsubscribe (fits `useSyncExternalStore`). */
export interface Watchable<T> {
  get(): T;
  subscribe(listener: () => void): () => void;
}

/** Whether what this person did is safe. Exactly one holds at any time. */
export type Trust =
  /** The document has not been received yet. */
  | { readonly state: 'opening' }
  /** Something of ours is on its way to the server and not committed yet. */
  | {
      readonly state: 'saving';
      /** The server has said that it can't commit at the moment: it holds what it got and tries again. */
      readonly held: boolean;
    }
  /** The server has committed all that we did (message 102). */
  | { readonly state: 'saved' }
  /** No connection; `edited`: we did something that is not committed; `kept`: all of that is kept on this device. */
  | { readonly state: 'offline'; readonly kept: boolean; readonly edited: boolean }
  /** The server takes nothing (more) from us. `unsent`: edits that only this device holds, to export or discard. */
  | { readonly state: 'refused'; readonly reason: CloseReason; readonly unsent: boolean };

/** Another person's client (or another tab of one's own), as it shows itself. */
export interface Peer {
  readonly clientId: number;
  readonly user: PresentPerson;
  readonly presence: Presence;
  /** When it last showed something new, by the clock of this device. */
  readonly activeAt: number;
}

/** One open scenario in one browser tab: everything that its parts (canvas, outline, tables, texts, panel) share. */
export interface ScenarioSession {
  readonly scenarioId: string;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly me: PresentPerson;
  readonly right: Watchable<Right>;
  /** Whether a right to edit can be used right now. */
  readonly editing: Watchable<EditingState>;
  /** Undo and redo of this client's own edits, across canvas, tables and texts. */
  readonly undo: Omit<ScenarioUndoHandle, 'destroy'>;
  readonly trust: Watchable<Trust>;
  /** True once the document is here, from the server or from this device: no editor is mounted before. */
  readonly ready: Watchable<boolean>;
  /** True while something that we did is not known to be committed. */
  readonly unsaved: Watchable<boolean>;
  /** The live projection; one object per state of the document, so it can be compared by identity. */
  readonly scenario: Watchable<Scenario>;
  readonly peers: Watchable<readonly Peer[]>;
  /** Shows something of ours to the others; merged into what is shown already, sent at most 30 times a second. */
  show(presence: Partial<Omit<Presence, 'user'>>): void;
  /** Calls `listener` whenever the server says that rows beside the document have changed. */
  onNews(listener: (news: News) => void): () => void;
  /** Gives up for good what only this device holds; the page has to be loaded again afterwards. */
  discardUnsent(): Promise<void>;
  destroy(): void;
}
