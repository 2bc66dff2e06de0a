import * as Y from 'yjs';
import { rangeOf, readTarget, type ProposalTarget } from './proposed-change';
import { StepwiseUndoManager } from './stepwise-undo-manager';
import { followRange, plainSection, type TextRange } from './text-anchors';

/** A change that was made, in a document to which all that came after it can be added. */
export interface MadeChange {
  /** True while everything that the change wrote still stands as it wrote it. */
  stands(): boolean;
  /**
   * Takes it back: what it deleted comes back as it was, with its marks, paragraphs and lists. One transaction.
   * @returns false if there is nothing left of it to take back, and nothing was done
   */
  takeBack(): boolean;
}

/**
 * Makes a change anew as it is in the log, so that it can be taken back.
 * @param doc the document as it was right before
 * @param update the change
 * @param after what the change made stand at its target
 */
export function makeAgain(doc: Y.Doc, target: ProposalTarget, update: Uint8Array, after: string): MadeChange {
  const origin = Symbol('the change');
  const manager = new StepwiseUndoManager(doc, new Set([origin]), 0);
  const before = target.part === 'range' ? rangeOf(doc, target) : null;
  Y.applyUpdate(doc, update, origin);
  return {
    stands: target.part === 'range' ? (before ? watched(before.fragment, { from: before.range.from, to: before.range.from + after.length }, manager) : () => false) : () => readTarget(doc, target) === after,
    takeBack() {
      const step = manager.undo();
      manager.close();
      return step !== null;
    },
  };
}

/** Watches the place of the change, and what else it wrote: where paragraphs are joined, the second's text is written anew behind the first's. */
function watched(fragment: Y.XmlFragment, place: TextRange, { undoStack }: StepwiseUndoManager): () => boolean {
  const written = undoStack.at(-1)?.insertions;
  const { text, pieces } = plainSection(fragment);
  let { from, to } = place;
  for (const { node, at } of pieces) {
    let offset = at;
    for (let item = node._start; item; item = item.right) {
      if (item.deleted || !item.countable) continue;
      if (written && Y.isDeleted(written, item.id)) [from, to] = [Math.min(from, offset), Math.max(to, offset + item.length)];
      offset += item.length;
    }
  }
  const wrote = text.slice(from, to);
  const read = followRange(fragment, { from, to });
  return () => read() === wrote;
}
