import { breakWord } from './break-word';

/*
 * How wide text is, without a browser: figures are made on the server, too. The widths are those of Arial and Helvetica,
 * with an allowance for the wider fonts that a reader's system may put in their place.
 */
const allowance = 1.1;
const boldness = 1.07;

/** Widths in thousandths of the font size, for the characters from space to tilde. */
const asciiWidths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584,
  556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278,
  469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260,
  334, 584,
];

const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const invisible = /^(?:\p{M}|\p{Cf}|\p{Cc})$/u;
const pictograph = /\p{Extended_Pictographic}/u;

/** The width of a text in one line, on the safe side. */
export function textWidth(text: string, fontSize: number, bold = false): number {
  let thousandths = 0;
  for (const character of text) thousandths += characterWidth(character);
  return (thousandths / 1000) * fontSize * (bold ? boldness : 1);
}

/** Stops reading where the text is too wide, so that a text without end costs no more than a line of it. */
function fitsInto(text: string, width: number, fontSize: number, bold: boolean): boolean {
  let left = (width * 1000) / (fontSize * (bold ? boldness : 1));
  for (const character of text) {
    left -= characterWidth(character);
    if (left < -1e-6) return false;
  }
  return true;
}

const otherWidths = new Map<string, number>();

function characterWidth(character: string): number {
  const code = character.codePointAt(0)!;
  if (code >= 32 && code < 127) return asciiWidths[code - 32]! * allowance;
  let width = otherWidths.get(character);
  if (width === undefined) {
    if (otherWidths.size > 20_000) otherWidths.clear();
    otherWidths.set(character, (width = otherWidth(character)));
  }
  return width;
}

function otherWidth(character: string): number {
  if (invisible.test(character)) return 0;
  if (wide.test(character)) return 1000;
  if (pictograph.test(character)) return 1300;
  return 640 * allowance;
}

/** Marks that must not begin a line, and those that must not end one (GB/T 15834, simplified). */
const notFirst = /^[，。、；：！？）》」』】〉”’％…·,.;:!?)\]}%]/u;
const hyphen = /^[-/‐–—]$/u;
const notLast = /^[（《「『【〈“‘([{]$/u;

/**
 * Breaks a text into lines of at most `width`: between words, between Chinese characters, and where it has to be inside
 * of words (with a hyphen, at a seam of a compound if there is one). Nothing is left out. Line feeds are kept.
 * @returns at least one line, possibly empty
 */
export function wrapText(text: string, width: number, fontSize: number, bold = false): string[] {
  return wrapPieces(piecesByLine(text), width, fontSize, bold);
}

const piecesByLine = (text: string): readonly (readonly string[])[] => text.split(/\r\n?|\n/).map(piecesOf);

function wrapPieces(lines: readonly (readonly string[])[], width: number, fontSize: number, bold: boolean): string[] {
  return lines.flatMap((pieces) => wrapLine(pieces, width, fontSize, bold));
}

/** Like `wrapText`, with lines of about the same length: a last line of one character looks like a mistake. */
export function wrapBalanced(text: string, width: number, fontSize: number): string[] {
  // taken apart once: that costs more than to try all the widths
  const pieces = piecesByLine(text);
  const lines = wrapPieces(pieces, width, fontSize, false);
  if (lines.length < 2 || lines.length > 6) return lines;
  for (let narrower = width / 2; narrower < width; narrower += Math.max(6, width / 64)) {
    const balanced = wrapPieces(pieces, narrower, fontSize, false);
    if (balanced.length === lines.length && broken(balanced) <= broken(lines)) return balanced;
  }
  return lines;
}

const broken = (lines: readonly string[]): number => lines.filter((line) => line.endsWith('-')).length;

function wrapLine(pieces: readonly string[], width: number, fontSize: number, bold: boolean): string[] {
  const fits = (candidate: string): boolean => fitsInto(candidate, width, fontSize, bold);
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (fits((line + piece).trimEnd())) {
      line += piece;
      continue;
    }
    if (line.trim()) lines.push(line.trim());
    line = '';
    let rest = piece.trimStart();
    while (rest && !fits(rest.trimEnd())) {
      const [head, tail] = breakWord(rest, fits);
      lines.push(head);
      rest = tail;
    }
    line = rest;
  }
  if (line.trim() || lines.length === 0) lines.push(line.trim());
  return lines;
}

/** The pieces between which a line may end; each keeps one space after it. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    let piece = '';
    let last = '';
    for (const segment of graphemesOf(word)) {
      const mayBreak = last !== '' && (wide.test(segment) || wide.test(last) || hyphen.test(last)) && !notFirst.test(segment) && !notLast.test(last);
      if (mayBreak) {
        pieces.push(piece);
        piece = '';
      }
      piece += segment;
      last = segment;
    }
    pieces.push(`${piece} `);
  }
  return pieces;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** In these each letter is a grapheme of its own, which `Intl.Segmenter` would take many times as long to find. */
const plainLetters = /^[\x21-\x7e]*$/;
/** No word that anybody writes is as long. */
const segmentedAtOnce = 1_000;

/** Bit by bit, since the time that `Intl.Segmenter` takes for a whole text grows with the square of its length. */
function* graphemesOf(word: string): Iterable<string> {
  if (plainLetters.test(word)) return yield* word;
  for (let start = 0; start < word.length; ) {
    const bit = word.slice(start, start + segmentedAtOnce);
    const whole = start + bit.length < word.length ? bit.replace(/[\ud800-\udbff]$/, '') || bit : bit;
    for (const { segment } of graphemes.segment(whole)) yield segment;
    start += whole.length;
  }
}

/** The width of the widest line; 0 if there is none. */
export function widestOf(lines: readonly string[], fontSize: number, bold = false): number {
  return lines.reduce((widest, line) => Math.max(widest, textWidth(line, fontSize, bold)), 0);
}
