import type { Node } from '@tiptap/pm/model';
import { soundInPlace } from '@/lib/domain/text';

/** Where the pieces of an editor's text stand, counted as `plainSection` counts: paragraphs and line breaks are one `\n`. */
export interface FlatText {
  readonly text: string;
  readonly pieces: readonly { readonly at: number; readonly length: number; readonly position: number }[];
}

/** The text of an editor's document. While editor and document show the same, it is the text of `plainSection`. */
export function flatText(doc: Node): FlatText {
  const pieces: { at: number; length: number; position: number }[] = [];
  let text = '';
  let started = false;
  doc.descendants((node, position) => {
    if (node.isTextblock) {
      if (started) text += '\n';
      started = true;
    } else if (node.isText) {
      pieces.push({ at: text.length, length: node.text!.length, position });
      text += node.text!;
    } else if (node.type.name === 'hardBreak') text += '\n';
    return true;
  });
  return { text: soundInPlace(text), pieces };
}

/** The offset in the text at a position of the editor: of the next letter, or (`before`) behind the last one. */
export function offsetAt({ text, pieces }: FlatText, position: number, before = false): number {
  if (before) {
    const piece = pieces.findLast((candidate) => candidate.position < position);
    return piece ? piece.at + Math.min(position - piece.position, piece.length) : 0;
  }
  const piece = pieces.find((candidate) => position < candidate.position + candidate.length);
  return piece ? piece.at + Math.max(position - piece.position, 0) : text.length;
}

/** The stretches of the editor that a range of the text covers. */
export function stretchesOf({ pieces }: FlatText, range: { readonly from: number; readonly to: number }): { readonly from: number; readonly to: number }[] {
  return pieces.flatMap(({ at, length, position }) => {
    const from = Math.max(range.from, at);
    const to = Math.min(range.to, at + length);
    return from < to ? [{ from: position + from - at, to: position + to - at }] : [];
  });
}
