import type { Node, Slice } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition, type ProsemirrorBinding } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/** `from`–`to` of one document was replaced by `slice`. */
interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly slice: Slice;
}

interface Held {
  /** What editor and document both showed when the composition began. */
  readonly base: Node;
  /** The text blocks in which one composes. */
  readonly start: number;
  readonly end: number;
  /** The place of every position from `start` to `end`, taken just before others changed the document for the first time. */
  anchors: readonly Y.RelativePosition[] | null;
  missed: boolean;
}

/**
 * Keeps an editor and its document apart while an input method composes: pinyin and half-chosen words are nobody's
 * business, and a redraw would end the composition. When it ends, what others did is shown and what was composed is put
 * to its place among it. The binding's own way, to write the difference between editor and document, would take back
 * what others did.
 */
export class CompositionHold {
  private held: Held | null = null;

  constructor(
    private readonly binding: ProsemirrorBinding,
    /** Lets the binding write what the editor has and the document has not. */
    private readonly writeOut: () => void,
  ) {}

  get active(): boolean {
    return this.held !== null;
  }

  /** Where the caret stood when the composition began: positions of the editor mean nothing to the document meanwhile. */
  get anchor(): number | null {
    return this.held?.start ?? null;
  }

  begin(view: EditorView): void {
    if (this.held) return;
    const { doc, selection } = view.state;
    this.held = { base: doc, start: selection.$from.start(), end: selection.$to.end(), anchors: null, missed: false };
  }

  /** To be called before every transaction of the document. */
  beforeTransaction(): void {
    const { held, binding } = this;
    if (!held || held.anchors) return;
    held.anchors = Array.from({ length: held.end - held.start + 1 }, (_, index) => absolutePositionToRelativePosition(held.start + index, binding.type, binding.mapping) as Y.RelativePosition);
  }

  /** Others changed the text; it will be shown when the composition is over. */
  miss(): void {
    if (this.held) this.held.missed = true;
  }

  release(view: EditorView): void {
    const { held } = this;
    this.held = null;
    if (!held) return;
    if (!held.missed || !held.anchors) return this.writeOut();
    const composed = replacementBetween(held.base, view.state.doc);
    this.binding._forceRerender();
    if (composed) this.replay(view, held, held.anchors, composed);
  }

  private replay(view: EditorView, held: Held, anchors: readonly Y.RelativePosition[], { from, to, slice }: Replacement): void {
    const { tr } = view.state;
    for (let position = Math.min(to, held.end); position > from && position > held.start; position--) {
      const end = this.endOfSurvivor(anchors[position - held.start]);
      if (end !== null) tr.delete(end - 1, end);
    }
    const place = this.resolve(anchors[Math.min(Math.max(from - held.start, 0), anchors.length - 1)]) ?? tr.doc.content.size;
    const at = Math.min(place, tr.doc.content.size);
    tr.replace(at, at, slice);
    tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(at + slice.size, tr.doc.content.size)), -1));
    view.dispatch(tr.scrollIntoView());
  }

  private resolve(anchor: Y.RelativePosition | undefined): number | null {
    return anchor ? relativePositionToAbsolutePosition(this.binding.doc, this.binding.type, anchor, this.binding.mapping) : null;
  }

  /** Where the letter left of an anchor ends now; null if others have removed it. */
  private endOfSurvivor(anchor: Y.RelativePosition | undefined): number | null {
    if (!anchor?.item) return null;
    const letter = Y.getItem(this.binding.doc.store, anchor.item);
    return letter instanceof Y.Item && !letter.deleted ? this.resolve(anchor) : null;
  }
}

function replacementBetween(before: Node, after: Node): Replacement | null {
  const from = before.content.findDiffStart(after.content);
  const ends = before.content.findDiffEnd(after.content);
  if (from === null || !ends) return null;
  // Letters that repeat match from both sides: the ends must not run over the start.
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b));
  return { from, to: ends.a + overlap, slice: after.slice(from, ends.b + overlap) };
}
