import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPlugin, type ProsemirrorBinding } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { canOpen } from './can-open';
import { CompositionHold } from './composition-hold';

export interface SharedFragmentOptions {
  readonly fragment: Y.XmlFragment | null;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  /** The text has come to hold something that this editor does not know; it must be taken away. */
  readonly onForeign: () => void;
}

/** How long after a composition its last letters may still be on their way from the browser into the editor. */
const settleFor = 50;

/**
 * Binds the editor to a text of the document. In place of Tiptap's Collaboration extension, which brings an undo of its
 * own and destroys a shared one with the first editor that goes, writes half-composed words, and deletes what it does
 * not know. Undo keys go to the session.
 */
export const SharedFragment = Extension.create<SharedFragmentOptions, { hold: CompositionHold | null }>({
  name: 'sharedFragment',
  priority: 1000,

  addOptions: () => ({ fragment: null, onUndo: () => {}, onRedo: () => {}, onForeign: () => {} }),
  addStorage: () => ({ hold: null }),

  addProseMirrorPlugins() {
    const { fragment, onUndo, onRedo, onForeign } = this.options;
    if (!fragment) return [];
    const plugin = ySyncPlugin(fragment) as Plugin;
    const binding = bindingOf(plugin);
    const originalView = plugin.spec.view!;
    const { storage } = this;

    const showOthers = binding._observeFunction as (...changes: unknown[]) => void;
    const noteSelection = binding.beforeAllTransactions;
    let hold: CompositionHold | null = null;
    let foreign = false;
    binding._observeFunction = (...changes: unknown[]) => {
      if (foreign) return;
      foreign = !canOpen(fragment);
      if (foreign) onForeign();
      else if (hold?.active) hold.miss();
      else showOthers(...changes);
    };
    // The editor's positions and the document's don't match while they are apart.
    binding.beforeAllTransactions = () => (hold?.active ? hold.beforeTransaction() : noteSelection());

    plugin.spec.view = (view: EditorView) => {
      // The first drawing would carry the empty editor's caret over, to where there may be no text.
      binding.beforeTransactionSelection = noSelection;
      const synced = originalView(view);
      binding.beforeTransactionSelection = null as unknown as typeof noSelection;
      const writeOut = (): void => synced.update?.(view, view.state);
      const holding = new CompositionHold(binding, writeOut);
      hold = holding;
      storage.hold = holding;
      const stopListening = listenToComposition(view, holding);
      return {
        update: (now, before) => {
          if (!holding.active && !foreign) synced.update?.(now, before);
        },
        destroy: () => {
          stopListening();
          if (holding.active && !foreign) holding.release(view);
          synced.destroy?.();
          hold = null;
          storage.hold = null;
        },
      };
    };
    return [plugin, undoKeys(onUndo, onRedo)];
  },
});

const noSelection: ProsemirrorBinding['beforeTransactionSelection'] = { type: null, depth: undefined, anchor: null, head: null, absAnchor: 0, absHead: 0 };

function bindingOf(plugin: Plugin): ProsemirrorBinding {
  const state = plugin.spec.state as unknown as { init(): { binding: ProsemirrorBinding } };
  return state.init().binding;
}

/** Takes undo away from the browser and from everybody else who listens. */
function undoKeys(onUndo: () => void, onRedo: () => void): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown: (_view, event) => {
          const step = undoKey(event);
          if (!step) return false;
          event.preventDefault();
          event.stopPropagation();
          if (!event.isComposing) (step === 'undo' ? onUndo : onRedo)();
          return true;
        },
        beforeinput: (_view, event) => {
          const { inputType } = event as InputEvent;
          if (inputType !== 'historyUndo' && inputType !== 'historyRedo') return false;
          event.preventDefault();
          (inputType === 'historyUndo' ? onUndo : onRedo)();
          return true;
        },
      },
    },
  });
}

function undoKey(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (event.altKey || !(event.ctrlKey || event.metaKey)) return null;
  const key = event.key.toLowerCase();
  if (key === 'y') return 'redo';
  return key === 'z' ? (event.shiftKey ? 'redo' : 'undo') : null;
}

function listenToComposition(view: EditorView, hold: CompositionHold): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => (view.composing ? settle() : hold.release(view)), settleFor);
  };
  const onStart = (): void => {
    clearTimeout(timer);
    hold.begin(view);
  };
  // Capturing: before ProseMirror reads what is in the browser.
  view.dom.addEventListener('compositionstart', onStart, true);
  view.dom.addEventListener('compositionend', settle);
  return () => {
    clearTimeout(timer);
    view.dom.removeEventListener('compositionstart', onStart, true);
    view.dom.removeEventListener('compositionend', settle);
  };
}
