import type * as Y from 'yjs';
import { editOrigins } from './edit-origins';
import { StepwiseUndoManager } from './stepwise-undo-manager';

/** `overwritten`: somebody else has since changed what the step would take back; it was left alone and dropped. */
export type UndoOutcome = 'done' | 'nothing' | 'overwritten';

interface Flag {
  get(): boolean;
  subscribe(listener: () => void): () => void;
}

export interface ScenarioUndoHandle {
  readonly canUndo: Flag;
  readonly canRedo: Flag;
  undo(): UndoOutcome;
  redo(): UndoOutcome;
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

  const refresh = (): void => {
    if (manager.popping) return;
    const now = { undo: manager.canUndo(), redo: manager.canRedo() };
    if (now.undo === possible.undo && now.redo === possible.redo) return;
    possible = now;
    for (const listener of [...listeners]) listener();
  };
  manager.onPopped = refresh;
  manager.on('stack-item-added', refresh);
    manager.on('stack-cleared', refresh);

  const flag = (name: 'undo' | 'redo'): Flag => ({
    get: () => possible[name],
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  const run = (name: 'undo' | 'redo'): UndoOutcome => {
    if (!(name === 'undo' ? manager.canUndo() : manager.canRedo())) return 'nothing';
    return manager[name]() ? 'done' : 'overwritten';
  };

  return {
    canUndo: flag('undo'),
    canRedo: flag('redo'),
    undo: () => run('undo'),
    redo: () => run('redo'),
    manager,
    destroy() {
      listeners.clear();
      manager.close();
    },
  };
}
