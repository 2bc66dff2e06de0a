import type { Inline, RichText } from '@/lib/domain/rich-text';
import { lineEnd, matchWords } from './match-words';
import { fromLines, linesOf, type LineShape, type Marks, type RichLine } from './rich-lines';
import { wordsOf } from './words-of';

/** A piece of two versions of a wording. A line feed in `text` is a line break. */
export type RichPart =
  | { readonly kind: 'same' | 'inserted' | 'deleted'; readonly text: string; readonly marks: Marks }
  /** The same words, marked otherwise (bold, italic, name of a role, link). */
  | { readonly kind: 'marked'; readonly text: string; readonly from: Marks; readonly to: Marks }
  /** The end of a paragraph, which says what it was. */
  | { readonly kind: 'line'; readonly change: 'same' | 'inserted' | 'deleted'; readonly shape: LineShape }
  /** The end of a paragraph that has become, or ceased to be, part of a list. */
  | { readonly kind: 'line'; readonly change: 'reshaped'; readonly from: LineShape; readonly to: LineShape };
export type RichTextDiff = readonly RichPart[];

/**
 * Compares two canonical wordings word by word, across paragraphs and lists.
 * @returns null if they are the same
 */
export function diffRichText(a: RichText, b: RichText): RichTextDiff | null {
  if (isSameRichText(a, b)) return null;
  const from = flat(a);
  const to = flat(b);
  const parts: RichPart[] = [];
  for (const { same, a: [startA, endA], b: [startB, endB] } of matchWords(from.words, to.words, { tidy: true })) {
    if (same) pushMerged(parts, from, startA, endA, to, startB);
    else {
      pushOneSide(parts, from, startA, endA, 'deleted');
      pushOneSide(parts, to, startB, endB, 'inserted');
    }
  }
  return parts;
}

/** True if two canonical wordings say the same in the same form. */
function isSameRichText(a: RichText, b: RichText): boolean {
  const key = (text: RichText): string =>
    JSON.stringify(linesOf(text).map(({ shape, content }) => [shape, content.map((inline) => (inline.type === 'text' ? [inline.text, inline.bold, inline.italic, inline.role, inline.link] : null))]));
  return a === b || key(a) === key(b);
}

/** Wording as words, with the marks of each character and the shape of each line. */
interface Flat {
  readonly words: readonly string[];
  /** Where each word begins in `marks`. */
  readonly starts: readonly number[];
  readonly marks: readonly Marks[];
  /** By index of the word that ends it. */
  readonly shapes: ReadonlyMap<number, LineShape>;
}

const noMarks: Marks = {};

function flat(text: RichText): Flat {
  const words: string[] = [];
  const starts: number[] = [];
  const marks: Marks[] = [];
  const shapes = new Map<number, LineShape>();
  for (const { shape, content } of linesOf(text)) {
    let start = marks.length;
    for (const inline of content) {
      const own = inline.type === 'text' ? marksOf(inline) : noMarks;
      for (let index = 0; index < textOf(inline).length; index++) marks.push(own);
    }
    for (const word of wordsOf(content.map(textOf).join(''))) {
      words.push(word);
      starts.push(start);
      start += word.length;
    }
    shapes.set(words.length, shape);
    words.push(lineEnd);
    starts.push(start);
  }
  return { words, starts, marks, shapes };
}

const textOf = (inline: Inline): string => (inline.type === 'text' ? inline.text : '\n');

function marksOf({ bold, italic, role, link }: Marks): Marks {
  return { ...(bold && { bold }), ...(italic && { italic }), ...(role && { role }), ...(link !== undefined && { link }) };
}

const sameMarks = (a: Marks, b: Marks): boolean => a === b || (a.bold === b.bold && a.italic === b.italic && a.role === b.role && a.link === b.link);

function pushOneSide(parts: RichPart[], side: Flat, from: number, to: number, kind: 'inserted' | 'deleted'): void {
  for (let index = from; index < to; index++) {
    const shape = side.shapes.get(index);
    if (shape) parts.push({ kind: 'line', change: kind, shape });
    else eachCharacter(side.words[index]!, (character, offset) => pushText(parts, kind, character, side.marks[side.starts[index]! + offset]!));
  }
}

function pushMerged(parts: RichPart[], a: Flat, from: number, to: number, b: Flat, other: number): void {
  for (let step = 0; step < to - from; step++) {
    const shapeA = a.shapes.get(from + step);
    const shapeB = b.shapes.get(other + step);
    if (shapeA && shapeB) {
      const unchanged = JSON.stringify(shapeA) === JSON.stringify(shapeB);
      parts.push(unchanged ? { kind: 'line', change: 'same', shape: shapeA } : { kind: 'line', change: 'reshaped', from: shapeA, to: shapeB });
      continue;
    }
    eachCharacter(a.words[from + step]!, (character, offset) => {
      const before = a.marks[a.starts[from + step]! + offset]!;
      const after = b.marks[b.starts[other + step]! + offset]!;
      if (sameMarks(before, after)) pushText(parts, 'same', character, before);
      else {
        const last = parts.at(-1);
        if (last?.kind === 'marked' && sameMarks(last.from, before) && sameMarks(last.to, after)) parts[parts.length - 1] = { ...last, text: last.text + character };
        else parts.push({ kind: 'marked', text: character, from: before, to: after });
      }
    });
  }
}

/** Calls back for each UTF-16 unit: marks may begin anywhere, and what belongs together is put together again. */
function eachCharacter(word: string, call: (character: string, offset: number) => void): void {
  for (let offset = 0; offset < word.length; offset++) call(word[offset]!, offset);
}

function pushText(parts: RichPart[], kind: 'same' | 'inserted' | 'deleted', text: string, marks: Marks): void {
  const last = parts.at(-1);
  if (last?.kind === kind && sameMarks(last.marks, marks)) parts[parts.length - 1] = { ...last, text: last.text + text };
  else parts.push({ kind, text, marks });
}

/** The wording before (`deleted`) or after (`inserted`) the change. */
export function richSideOf(diff: RichTextDiff, side: 'deleted' | 'inserted'): RichText {
  const lines: RichLine[] = [];
  let content: Inline[] = [];
  const put = (text: string, marks: Marks): void => {
    text.split('\n').forEach((piece, index) => {
      if (index) content.push({ type: 'break' });
      if (piece) content.push({ type: 'text', text: piece, ...marks });
    });
  };
  for (const part of diff) {
    if (part.kind === 'marked') put(part.text, side === 'deleted' ? part.from : part.to);
    else if (part.kind === 'line') {
      if (part.change === 'reshaped') lines.push({ shape: side === 'deleted' ? part.from : part.to, content });
      else if (part.change === 'same' || part.change === side) lines.push({ shape: part.shape, content });
      else continue;
      content = [];
    } else if (part.kind === 'same' || part.kind === side) put(part.text, part.marks);
  }
  return fromLines(lines);
}

/**
 * Does to a wording what the diff says.
 * @param diff null: nothing
 * @throws if the diff was not made of this wording
 */
export function applyRichTextDiff(text: RichText, diff: RichTextDiff | null): RichText {
  if (!diff) return text;
  if (!isSameRichText(richSideOf(diff, 'deleted'), text)) throw new Error('the diff was made of another wording');
  return richSideOf(diff, 'inserted');
}
