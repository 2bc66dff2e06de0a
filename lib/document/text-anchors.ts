import { fromBase64, toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import { longestQuote } from '@/lib/domain/comments';
import { soundInPlace } from '@/lib/domain/text';
import { placeInSection } from './place-in-section';

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

/** A section as plain, sound text, with where each of its texts stands in it: paragraphs and line breaks become `\n`. */
export interface PlainSection {
  readonly text: string;
  readonly pieces: readonly { readonly node: Y.XmlText; readonly at: number; readonly length: number }[];
  /** Its paragraphs, wherever they stand; each but the first begins behind a `\n`. */
  readonly lines: readonly { readonly node: Y.XmlElement | Y.XmlText; readonly at: number }[];
}

/** The longest encoded relative position that is looked at. */
const longestPosition = 100;

export function plainSection(fragment: Y.XmlFragment): PlainSection {
  const pieces: { node: Y.XmlText; at: number; length: number }[] = [];
  const lines: { node: Y.XmlElement | Y.XmlText; at: number }[] = [];
  let text = '';
  const beginLine = (node: Y.XmlElement | Y.XmlText): void => {
    if (lines.length > 0) text += '\n';
    lines.push({ node, at: text.length });
  };
  const readText = (node: Y.XmlText): void => {
    let own = '';
    for (const { insert } of node.toDelta() as { insert: unknown }[]) own += typeof insert === 'string' ? insert : '\ufffc';
    pieces.push({ node, at: text.length, length: own.length });
    text += own;
  };
  const readBlock = (node: unknown): void => {
    if (node instanceof Y.XmlText) {
      beginLine(node);
      readText(node);
    } else if (node instanceof Y.XmlElement) {
      const children = node.toArray() as unknown[];
      if (children.some((child) => child instanceof Y.XmlElement && child.nodeName !== 'hardBreak')) return children.forEach(readBlock);
      if (children.length === 0 && node.nodeName !== 'paragraph') return; // an emptied list
      beginLine(node);
      for (const child of children) {
        if (child instanceof Y.XmlText) readText(child);
        else text += '\n';
      }
    }
  };
  fragment.toArray().forEach(readBlock);
  return { text: soundInPlace(text), pieces, lines };
}

const positionIn = (node: Y.XmlElement | Y.XmlText, index: number, assoc: number): Y.RelativePosition => Y.createRelativePositionFromTypeIndex(node, index, assoc);

/** The anchor of a range; null if it holds nothing but white space, or more than a quote may. */
export function anchorAt(fragment: Y.XmlFragment, range: TextRange, { text, pieces }: PlainSection = plainSection(fragment)): TextAnchor | null {
  let { from, to } = range;
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  if (from >= to || to - from > longestQuote) return null;
  const first = pieceWith(pieces, from);
  const last = pieceWith(pieces, to - 1);
  if (!first || !last) return null;
  const encoded = (node: Y.XmlText, index: number, assoc: number): string => toBase64(Y.encodeRelativePosition(positionIn(node, index, assoc)));
  return { start: encoded(first.node, from - first.at, 0), end: encoded(last.node, to - last.at, -1), quote: text.slice(from, to) };
}

/** The piece in which a letter stands. */
function pieceWith(pieces: PlainSection['pieces'], letter: number): PlainSection['pieces'][number] | null {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle]!.at <= letter) low = middle + 1;
    else high = middle;
  }
  const piece = pieces[low - 1];
  return piece && letter < piece.at + piece.length ? piece : null;
}

/**
 * Follows a stretch of a section while people type around it.
 * @returns reads what it says now; null if its place is gone
 */
export function followRange(fragment: Y.XmlFragment, { from, to }: TextRange): () => string | null {
  const { text, pieces, lines } = plainSection(fragment);
  if (lines.length === 0) return () => null;
  let [first, last] = [from, to];
  while (first < last && text[first] === '\n') first++;
  while (last > first && text[last - 1] === '\n') last--;
  // Without letters of its own it is what stands between its neighbours.
  const isLetters = first < last;
  if (!isLetters) [first, last] = [from, to];
  const startPiece = pieces.find(({ at, length }) => at <= first && (isLetters ? first < at + length : first <= at + length));
  const endPiece = pieces.findLast(({ at, length }) => (isLetters ? at < last : at <= last) && last <= at + length);
  const start = startPiece ? positionIn(startPiece.node, first - startPiece.at, isLetters ? 0 : -1) : positionBetween(lines, first, -1);
  const end = endPiece ? positionIn(endPiece.node, last - endPiece.at, isLetters ? -1 : 0) : positionBetween(lines, last, 0);
  return () => {
    const plain = plainSection(fragment);
    const [begins, ends] = [start, end].map((position) => placeOf(fragment, position, plain));
    if (begins == null || ends == null) return null;
    return plain.text.slice(Math.max(0, begins - (first - from)), ends + (to - last));
  };
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
  const quoted = nearestQuote(plain, anchor.quote, near ?? 0);
  if (quoted) {
    const { range, isOnly } = quoted;
    if (left && range.from <= left.to && left.from <= range.to) return range;
    if (!left && near !== null && (Math.abs(range.from - near) <= anchor.quote.length + 2 || (isOnly && anchor.quote.length >= telling))) return range;
    if (near === null && isOnly) return range; // its paragraph is gone: if its words stand elsewhere, that is where they went
  }
  return left && plain.text.slice(left.from, left.to).trim() ? left : null;
}

function offsetOf(fragment: Y.XmlFragment, encoded: string, plain: PlainSection): number | null {
  if (encoded.length > longestPosition) return null;
  try {
    const position = Y.decodeRelativePosition(fromBase64(encoded));
    // Only letters are anchored to; to look up any other name would create it.
    return position.item && !position.tname ? placeOf(fragment, position, plain) : null;
  } catch {
    return null; // not what `anchorAt` has made
  }
}

const placeOf = (fragment: Y.XmlFragment, position: Y.RelativePosition, plain: PlainSection): number | null => fragment.doc && placeInSection(fragment.doc, position, plain);

/** A position where no text is: in an empty paragraph, between line breaks. */
function positionBetween(lines: PlainSection['lines'], offset: number, assoc: number): Y.RelativePosition {
  const { node, at } = lines.findLast((line) => line.at <= offset)!;
  let [index, end] = [0, at];
  for (const child of childrenOf(node)) {
    end += lengthOf(child);
    if (end > offset) break;
    index++;
  }
  return positionIn(node, index, assoc);
}

const childrenOf = (node: Y.XmlElement | Y.XmlText): unknown[] => (node instanceof Y.XmlElement ? (node.toArray() as unknown[]) : []);
const lengthOf = (node: unknown): number => (node instanceof Y.XmlText ? node.length : 1);

/** A text without its line breaks, forwards and backwards, and where its letters stand. */
interface Squeezed {
  readonly forwards: string;
  readonly backwards: string;
  readonly places: readonly number[];
}

/** Made once a text, however many quotes are looked for in it. */
const squeezedTexts = new WeakMap<PlainSection, Squeezed>();

function squeezedOf(plain: PlainSection): Squeezed {
  const known = squeezedTexts.get(plain);
  if (known) return known;
  const places: number[] = [];
  for (let index = 0; index < plain.text.length; index++) if (plain.text[index] !== '\n') places.push(index);
  const forwards = plain.text.replaceAll('\n', '');
  const made = { forwards, backwards: backwardsOf(forwards), places };
  squeezedTexts.set(plain, made);
  return made;
}

const backwardsOf = (text: string): string => text.split('').reverse().join('');

/**
 * The quote in the text, whatever lines it is broken into; of several the nearest to `near`. Looked for from there in both
 * directions, the earlier ones in the text turned round: `lastIndexOf` takes as long as the text times the quote.
 */
function nearestQuote(plain: PlainSection, quote: string, near: number): { range: TextRange; isOnly: boolean } | null {
  const wanted = quote.replaceAll('\n', '');
  if (!wanted) return null;
  const { forwards, backwards, places } = squeezedOf(plain);
  const first = forwards.indexOf(wanted);
  if (first === -1) return null;
  const turned = backwardsOf(wanted);
  const beforeEnd = (from: number): number => forwards.length - wanted.length - backwards.indexOf(turned, from);
  const start = placesBefore(places, near);
  const next = forwards.indexOf(wanted, start);
  const earlier = first < start ? beforeEnd(Math.max(0, forwards.length - wanted.length - start)) : -1;
  const distance = (at: number): number => Math.abs(places[at]! - near);
  const at = next === -1 || (earlier !== -1 && distance(earlier) <= distance(next)) ? earlier : next;
  return { range: { from: places[at]!, to: places[at + wanted.length - 1]! + 1 }, isOnly: first === beforeEnd(0) };
}

/** How many places lie before an offset. @param places in ascending order */
function placesBefore(places: readonly number[], offset: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
