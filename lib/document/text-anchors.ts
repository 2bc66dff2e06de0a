import { fromBase64, toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import { longestQuote } from '@/lib/domain/comments';

/*
 * A range of a section's text that stays with its words while people type around and inside it: the ids of its first and
 * its last letter (Yjs relative positions), and the quote. Where the letters are gone although the words are not (a
 * paragraph was split or joined: the editor writes such text anew), the quote finds them again.
 */
export interface TextAnchor {
  /** Base64 of a relative position: the first letter. */
  readonly start: string;
  /** Base64 of a relative position: after the last letter. */
  readonly end: string;
  /** What stood there when it was made. */
  readonly quote: string;
}

/** A range of a section's plain text: offsets in UTF-16 units, `to` behind the last. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** A section as plain text, with where each of its texts stands in it: paragraphs and line breaks become `\n`. */
export interface PlainSection {
  readonly text: string;
  readonly pieces: readonly { readonly node: Y.XmlText; readonly at: number; readonly length: number }[];
}

/** A shared type of any kind, as far as its place in the document goes. */
type Placed = Pick<Y.AbstractType<unknown>, '_item'>;

/** The longest encoded relative position that is looked at. */
const longestPosition = 100;

export function plainSection(fragment: Y.XmlFragment): PlainSection {
  const pieces: { node: Y.XmlText; at: number; length: number }[] = [];
  let text = '';
  let started = false;
  const beginLine = (): void => {
    if (started) text += '\n';
    started = true;
  };
  const readText = (node: Y.XmlText): void => {
    let own = '';
    for (const { insert } of node.toDelta() as { insert: unknown }[]) own += typeof insert === 'string' ? insert : '\ufffc';
    pieces.push({ node, at: text.length, length: own.length });
    text += own;
  };
  const readBlock = (node: unknown): void => {
    if (node instanceof Y.XmlText) {
      beginLine();
      readText(node);
    } else if (node instanceof Y.XmlElement) {
      const children = node.toArray() as unknown[];
      if (children.some((child) => child instanceof Y.XmlElement && child.nodeName !== 'hardBreak')) return children.forEach(readBlock);
      if (children.length === 0 && node.nodeName !== 'paragraph') return; // an emptied list
      beginLine();
      for (const child of children) {
        if (child instanceof Y.XmlText) readText(child);
        else text += '\n';
      }
    }
  };
  fragment.toArray().forEach(readBlock);
  return { text, pieces };
}

/** The anchor of a range; null if it holds nothing but white space, or more than a quote may. */
export function anchorAt(fragment: Y.XmlFragment, range: TextRange): TextAnchor | null {
  const { text, pieces } = plainSection(fragment);
  let { from, to } = range;
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  const first = pieces.find(({ at, length }) => at <= from && from < at + length);
  const last = pieces.find(({ at, length }) => at < to && to <= at + length);
  if (from >= to || to - from > longestQuote || !first || !last) return null;
  const encoded = (node: Y.XmlText, index: number, assoc: number): string => toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(node, index, assoc)));
  return { start: encoded(first.node, from - first.at, 0), end: encoded(last.node, to - last.at, -1), quote: text.slice(from, to) };
}

/** Where the letters of an anchor stand now, whatever they say; null if it is no anchor in this text. `from` = `to` if they are gone. */
export function letterRange(fragment: Y.XmlFragment, anchor: Pick<TextAnchor, 'start' | 'end'>, plain: PlainSection = plainSection(fragment)): TextRange | null {
  const from = offsetOf(fragment, anchor.start, plain);
  const to = offsetOf(fragment, anchor.end, plain);
  if (from === null || to === null) return null;
  return { from, to: Math.max(from, to) };
}

/** A quote of so many units that stands in a text once is no coincidence. */
const telling = 20;

/** Where the words of an anchor stand now; null if they are gone: the thread is detached. */
export function resolveAnchor(fragment: Y.XmlFragment, anchor: TextAnchor, plain: PlainSection = plainSection(fragment)): TextRange | null {
  const from = offsetOf(fragment, anchor.start, plain);
  const to = offsetOf(fragment, anchor.end, plain);
  const left = from !== null && to !== null && to > from ? { from, to } : null;
  if (left && plain.text.slice(left.from, left.to) === anchor.quote) return left;
  const near = from ?? to;
  const quoted = nearestQuote(plain.text, anchor.quote, near ?? 0);
  if (quoted) {
    const { range, isOnly } = quoted;
    if (left && range.from <= left.to && left.from <= range.to) return range;
    if (!left && near !== null && (Math.abs(range.from - near) <= anchor.quote.length + 2 || (isOnly && anchor.quote.length >= telling))) return range;
    if (near === null && isOnly) return range; // its paragraph is gone: if its words stand elsewhere, that is where they went
  }
  return left && plain.text.slice(left.from, left.to).trim() ? left : null;
}

function offsetOf(fragment: Y.XmlFragment, encoded: string, { pieces }: PlainSection): number | null {
  const { doc } = fragment;
  if (!doc || encoded.length > longestPosition) return null;
  let place: Y.AbsolutePosition | null;
  try {
    const position = Y.decodeRelativePosition(fromBase64(encoded));
    // Only letters are anchored to; to look up any other name would create it.
    if (!position.item || position.tname) return null;
    place = Y.createAbsolutePositionFromRelativePosition(position, doc);
  } catch {
    return null; // not what `anchorAt` has made
  }
  if (!place || rootOf(place.type) !== fragment) return null;
  const piece = pieces.find(({ node }) => node === place.type);
  return piece ? piece.at + Math.min(place.index, piece.length) : null;
}

function rootOf(type: Placed): unknown {
  let root = type;
  while (root._item && root._item.parent instanceof Y.AbstractType) root = root._item.parent as Placed;
  return root;
}

/** The quote in the text, whatever lines it is broken into; of several the nearest to `near`. */
function nearestQuote(text: string, quote: string, near: number): { range: TextRange; isOnly: boolean } | null {
  const places: number[] = [];
  let squeezed = '';
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '\n') continue;
    places.push(index);
    squeezed += text[index]!;
  }
  const wanted = quote.replaceAll('\n', '');
  if (!wanted) return null;
  let best: TextRange | null = null;
  let count = 0;
  for (let at = squeezed.indexOf(wanted); at !== -1; at = squeezed.indexOf(wanted, at + 1)) {
    const found = { from: places[at]!, to: places[at + wanted.length - 1]! + 1 };
    count++;
    if (!best || Math.abs(found.from - near) < Math.abs(best.from - near)) best = found;
  }
  return best && { range: best, isOnly: count === 1 };
}
