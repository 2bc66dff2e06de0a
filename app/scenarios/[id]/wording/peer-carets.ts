import { Extension } from '@tiptap/core';
import type { EditorState, Plugin, Selection } from '@tiptap/pm/state';
import { TextSelection } from '@tiptap/pm/state';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import type { Presence, PresentPerson } from '@/lib/sync/presence';
import type { CompositionHold } from './composition-hold';

export interface PeerCaretsOptions {
  readonly awareness: Awareness | null;
  /** Presence focus of this text; carets of those who are elsewhere are not looked at. */
  readonly focusName: string;
  /** What stands on a caret's label. */
  readonly labelOf: (person: PresentPerson) => string;
  readonly show: (presence: Pick<Presence, 'cursor'>) => void;
}

/**
 * The others' carets and selections, with names. In place of Tiptap's CollaborationCaret, which redraws every editor of
 * the page with every pointer that moves, and says who we are (the server does).
 */
export const PeerCarets = Extension.create<PeerCaretsOptions>({
  name: 'peerCarets',
  priority: 999,
  addOptions: () => ({ awareness: null, focusName: '', labelOf: (person) => person.name, show: () => {} }),

  addProseMirrorPlugins() {
    const { awareness, focusName, labelOf, show } = this.options;
    if (!awareness) return [];
    const holdOf = (): CompositionHold | null => this.editor.storage.sharedFragment.hold;
    const plugin = yCursorPlugin(new CaretAwareness(awareness, focusName, show, () => holdOf()?.active ?? false) as unknown as Awareness, {
      cursorBuilder: (user: PresentPerson) => caretElement(user, labelOf(user)),
      selectionBuilder: (user: PresentPerson) => ({ style: `background-color: color-mix(in srgb, ${user.color} 25%, transparent)` }),
      getSelection: (state: EditorState): Selection => {
        const anchor = holdOf()?.anchor ?? null;
        return anchor === null ? state.selection : TextSelection.create(state.doc, anchor);
      },
    }) as Plugin;
    return [plugin];
  },
});

declare module '@tiptap/core' {
  interface Storage {
    sharedFragment: { hold: CompositionHold | null };
  }
}

type State = Presence & { readonly user: PresentPerson };

/** What the caret plugin asks of an awareness, without what does not concern this text. */
class CaretAwareness {
  private readonly listeners = new Map<() => void, () => void>();
  private seen = '';

  constructor(
    private readonly awareness: Awareness,
    private readonly focusName: string,
    private readonly show: (presence: Pick<Presence, 'cursor'>) => void,
    private readonly isHeld: () => boolean,
  ) {}

  getLocalState(): unknown {
    return this.awareness.getLocalState();
  }

  setLocalStateField(_field: string, cursor: unknown): void {
    // An editor that loses the focus clears the caret; another one that has it meanwhile keeps its own.
    if (cursor === null && this.awareness.getLocalState()?.focus !== this.focusName && this.awareness.getLocalState()?.focus != null) return;
    this.show({ cursor });
  }

  getStates(): Map<number, State> {
    const here = new Map<number, State>();
    this.awareness.getStates().forEach((value: unknown, client) => {
      const state = value as Presence | null;
      if (client === this.awareness.clientID || state?.focus !== this.focusName || !isCursor(state.cursor) || typeof state.user?.name !== 'string') return;
      here.set(client, { ...state, user: { ...state.user, color: hexColour.test(state.user.color) ? state.user.color : '#666666' } });
    });
    return here;
  }

  on(_event: string, listener: () => void): void {
    const relevant = (): void => {
      if (this.isHeld()) return;
      const now = JSON.stringify([...this.getStates()].map(([client, { cursor, user }]) => [client, cursor, user.name, user.color]));
      if (now === this.seen) return;
      this.seen = now;
      listener();
    };
    this.listeners.set(listener, relevant);
    this.awareness.on('change', relevant);
  }

  off(_event: string, listener: () => void): void {
    const relevant = this.listeners.get(listener);
    if (relevant) this.awareness.off('change', relevant);
    this.listeners.delete(listener);
  }
}

const hexColour = /^#[0-9a-f]{6}$/i;

function isCursor(cursor: unknown): boolean {
  const { anchor, head } = (cursor ?? {}) as { anchor?: unknown; head?: unknown };
  return typeof anchor === 'object' && anchor !== null && typeof head === 'object' && head !== null;
}

function caretElement({ color }: PresentPerson, label: string): HTMLElement {
  const caret = document.createElement('span');
  caret.className = 'peer-caret';
  caret.style.setProperty('--peer', color);
  caret.setAttribute('aria-hidden', 'true');
  // Painted by the stylesheet: words in the text would be read out, found and copied as if somebody had written them.
  caret.dataset.name = label;
  return caret;
}
