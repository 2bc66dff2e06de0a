import type * as Y from 'yjs';
import { editOrigins } from './edit-origins';
import { StepwiseUndoManager, type VerbOutcome, type VerbStep } from './stepwise-undo-manager';

/** `overwritten`: somebody else has since changed what the step would take back; it was left alone and dropped. */
export type UndoOutcome = VerbOutcome | 'nothing';

interface Flag {
  get(): boolean;
  subscribe(listener: () => void): () => void;
}

export interface ScenarioUndoHandle {
  readonly canUndo: Flag;
  readonly canRedo: Flag;
  /** A step by a verb ends later than the call; until then, there is nothing to undo or redo. */
  undo(): UndoOutcome | Promise<UndoOutcome>;
  redo(): UndoOutcome | Promise<UndoOutcome>;
  /** Takes in a step that a verb has just made, as the last one. */
  add(step: VerbStep): void;
  /** Takes back a step by a verb, wherever it stands, also if it stands nowhere (any more: after a reload). */
  takeBack(step: VerbStep): Promise<UndoOutcome>;
  /** For editors that bring their own undo keys (Tiptap's Collaboration: `yUndoOptions: { undoManager }`). */
  readonly manager: Y.UndoManager;
  destroy(): void;
}

export interface ScenarioUndoOptions {
  /** Origins, besides those in `editOrigins`, that mark this client's own typing (Tiptap's `ySyncPluginKey`). */
  readonly extraOrigins?: readonly unknown[];
  /** Typing with a longer pause (in ms) in it is two steps. */
  readonly captureTimeout?: number;
}

/** Undo and redo of this client's own edits, over the whole document; `editOrigins.creation` is never undone. */
export function createScenarioUndo(doc: Y.Doc, { extraOrigins = [], captureTimeout = 500 }: ScenarioUndoOptions = {}): ScenarioUndoHandle {
  const manager = new StepwiseUndoManager(doc, new Set([editOrigins.step, editOrigins.typing, ...extraOrigins]), captureTimeout);
  const listeners = new Set<() => void>();
  let possible = { undo: false, redo: false };

  const can = (name: 'undo' | 'redo'): boolean => manager.underWay === null && (name === 'undo' ? manager.canUndo() : manager.canRedo());
  const refresh = (): void => {
    if (manager.popping) return;
    const now = { undo: can('undo'), redo: can('redo') };
    if (now.undo === possible.undo && now.redo === possible.redo) return;
    possible = now;
    for (const listener of [...listeners]) listener();
  };
  manager.onChanged = refresh;
  manager.on('stack-item-added', refresh);
  manager.on('stack-cleared', refresh);

  const flag = (name: 'undo' | 'redo'): Flag => ({
    get: () => possible[name],
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  const run = (name: 'undo' | 'redo'): UndoOutcome | Promise<UndoOutcome> => {
    if (!can(name)) return 'nothing';
    if (manager[name]()) return 'done';
    return manager.underWay ?? 'overwritten';
  };

  return {
    canUndo: flag('undo'),
    canRedo: flag('redo'),
    undo: () => run('undo'),
    redo: () => run('redo'),
    add: (step) => manager.add(step),
    takeBack: (step) => manager.takeBack(step),
    manager,
    destroy() {
      listeners.clear();
      manager.close();
    },
  };
}
