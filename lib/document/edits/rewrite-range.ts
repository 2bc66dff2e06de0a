import type * as Y from 'yjs';
import { plainSection, type TextRange } from '../text-anchors';
import { contentOf, createParagraph, insertInto, isTextLine, removeParagraph, rewriteParagraph, type LinePart, type Marks } from './paragraphs';

/** A stretch of a text as a word diff has it (`TextDiff`). */
export interface TextPiece {
  readonly kind: 'same' | 'inserted' | 'deleted';
  readonly text: string;
}

/** A paragraph as it is to be: what stays of old ones (by index, offsets within it) and what is new. */
type Segment = { readonly line: number; readonly from: number; readonly to: number } | { readonly insert: string; readonly attributes: Marks };
type NewLine = Segment[];

/**
 * The paragraphs that a range runs over.
 * @returns null if one of them holds something that no editor writes
 */
export function linesIn(fragment: Y.XmlFragment, { from, to }: TextRange, plain = plainSection(fragment)): { readonly node: Y.XmlElement; readonly at: number; readonly length: number }[] | null {
  const lines = plain.lines.map(({ node, at }, index) => ({ node, at, length: (plain.lines[index + 1]?.at ?? plain.text.length + 1) - 1 - at }));
  const within = lines.filter(({ at, length }) => at <= to && from <= at + length);
  return within.every(isTextLine) ? within : null;
}

/**
 * Makes a range of a section read otherwise, within a transaction. A line feed is the end of a paragraph. What stays keeps
 * its letters (so that who types there goes on typing), its marks and links; new words are marked as those in whose place
 * they come, or as both their neighbours are. A paragraph that stays in part stays where it is, in its list if it stands in
 * one; a new one follows the one before it, as a new item if that is one.
 * @param pieces what becomes of the range, word by word; what is the same or deleted is what stands there now
 */
export function rewriteRange(fragment: Y.XmlFragment, range: TextRange, pieces: readonly TextPiece[]): void {
  const plain = plainSection(fragment);
  const old = linesIn(fragment, range, plain);
  if (!old || old.length === 0) throw new Error('the range runs over something that is no text');
  const contents = old.map(({ node }) => contentOf(node));
  const lines = newLines(
    old.map(({ at, length }, index) => ({ at, length, marks: contents[index]!.map(({ attributes }) => attributes) })),
    range,
    pieces,
  );
  const end = old.at(-1)!;
  const homes = homesOf(lines, { count: old.length, head: range.from - old[0]!.at, tail: range.to - end.at });

  const partsOf = (segment: Segment): LinePart[] => ('insert' in segment ? [segment] : contents[segment.line]!.slice(segment.from, segment.to));
  lines.forEach((line, index) => {
    const home = homes[index]!;
    if (home === null) return;
    const own = line.map((segment) => ('line' in segment && segment.line === home ? { from: segment.from, to: segment.to } : { parts: partsOf(segment) }));
    rewriteParagraph(old[home]!.node, own, old[home]!.length);
  });
  let last: Y.XmlElement | null = null;
  for (const [index, line] of lines.entries()) {
    const home = homes[index]!;
    if (home !== null) {
      last = old[home]!.node;
      continue;
    }
    const next = homes.slice(index).find((later) => later !== null)!;
    last = createParagraph(last ? { after: last } : { before: old[next]!.node });
    insertInto(last, 0, line.flatMap(partsOf));
  }
  // From the end: the items of a list within an item are done before the item goes.
  for (let index = old.length - 1; index >= 0; index--) if (!homes.includes(index)) removeParagraph(old[index]!.node);

  const wanted = plain.text.slice(0, range.from) + pieces.map(({ kind, text }) => (kind === 'deleted' ? '' : text)).join('') + plain.text.slice(range.to);
  if (plainSection(fragment).text !== wanted) throw new Error('the range could not be rewritten exactly');
}

interface OldLine {
  readonly at: number;
  readonly length: number;
  readonly marks: readonly Marks[];
}

/** The paragraphs that take the place of the old ones, with what stands in these before and behind the range. */
function newLines(old: readonly OldLine[], { from, to }: TextRange, pieces: readonly TextPiece[]): NewLine[] {
  const lines: NewLine[] = [[]];
  const keep = (line: number, start: number, end: number): void => {
    const last = lines.at(-1)!.at(-1);
    if (last && 'line' in last && last.line === line && last.to === start) lines.at(-1)![lines.at(-1)!.length - 1] = { ...last, to: end };
    else if (end > start) lines.at(-1)!.push({ line, from: start, to: end });
  };
  let [line, offset] = [0, from - old[0]!.at];
  keep(0, 0, offset);
  /** Marks of what was taken out just before. */
  let replaced: Marks | null = null;
  for (const { kind, text } of pieces) {
    if (kind === 'inserted') {
      const { marks } = old[line]!;
      const attributes = replaced ?? inCommon(marks[offset - 1], marks[offset]);
      text.split('\n').forEach((insert, index) => {
        if (index > 0) lines.push([]);
        if (insert) lines.at(-1)!.push({ insert, attributes });
      });
      replaced = null;
      continue;
    }
    replaced = null;
    for (let left = text.length; left > 0; ) {
      const { length, marks } = old[line]!;
      const taken = Math.min(left, length - offset);
      if (kind === 'same') keep(line, offset, offset + taken);
      else if (taken > 0) replaced ??= marks[offset]!;
      offset += taken;
      left -= taken;
      if (left === 0) break;
      if (kind === 'same') lines.push([]);
      [line, offset] = [line + 1, 0];
      left--;
    }
  }
  const end = old.length - 1;
  keep(end, to - old[end]!.at, old[end]!.length);
  return lines;
}

function inCommon(left: Marks | undefined, right: Marks | undefined): Marks {
  if (!left || !right) return {};
  return Object.fromEntries(Object.entries(left).filter(([key, value]) => JSON.stringify(value) === JSON.stringify(right[key])));
}

/** What stands around the range is nobody's to move as long as it need not be. */
const outside = 1_000_000;

/**
 * In which of the old paragraphs each new one is written: where most of it stands already. Null: in none, it is a new one.
 * Their order is the same on both sides.
 * @param around how many old paragraphs there are; where the range begins in the first and ends in the last
 */
function homesOf(lines: readonly NewLine[], { count, head, tail }: { readonly count: number; readonly head: number; readonly tail: number }): (number | null)[] {
  const shared = new Map<string, { readonly index: number; readonly line: number; weight: number }>();
  lines.forEach((segments, index) => {
    for (const segment of segments) {
      if (!('line' in segment)) continue;
      const { line, from, to } = segment;
      const key = `${index} ${line}`;
      const entry = shared.get(key) ?? { index, line, weight: 0 };
      const isAround = (line === 0 && from < head) || (line === count - 1 && to > tail);
      entry.weight += to - from + (isAround ? outside : 0);
      shared.set(key, entry);
    }
  });
  const homes = new Array<number | null>(lines.length).fill(null);
  const taken = new Set<number>();
  for (const { index, line } of [...shared.values()].sort((a, b) => b.weight - a.weight)) {
    if (homes[index] !== null || taken.has(line)) continue;
    homes[index] = line;
    taken.add(line);
  }
  // Those of which nothing stays take the places that are left between, in order.
  let free = 0;
  for (let index = 0; index < homes.length; index++) {
    if (homes[index] !== null) free = homes[index]! + 1;
    else {
      const until = homes.slice(index).find((home) => home !== null) ?? count;
      if (free < until) homes[index] = free++;
    }
  }
  return homes;
}
