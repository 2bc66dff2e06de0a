import { breakWord } from './break-word';

/*
 * How wide text is, without a browser: figures are made on the server, too. The widths are those of Arial and Helvetica,
 * with an allowance for the wider fonts that a reader's system may put in their place.
 */
const allowance = 1.1;

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
  return (thousandths / 1000) * fontSize * (bold ? 1.07 : 1);
}

function characterWidth(character: string): number {
  const code = character.codePointAt(0)!;
  if (code >= 32 && code < 127) return asciiWidths[code - 32]! * allowance;
  if (invisible.test(character)) return 0;
  if (wide.test(character)) return 1000;
  if (pictograph.test(character)) return 1300;
  return 640 * allowance;
}

/** Marks that must not begin a line, and those that must not end one (GB/T 15834, simplified). */
const notFirst = /^[，。、；：！？）》」』】〉”’％…·,.;:!?)\]}%]/u;
const notLast = /[（《「『【〈“‘([{]$/u;

/**
 * Breaks a text into lines of at most `width`: between words, between Chinese characters, and where it has to be inside
 * of words (with a hyphen, at a seam of a compound if there is one). Nothing is left out. Line feeds are kept.
 * @returns at least one line, possibly empty
 */
export function wrapText(text: string, width: number, fontSize: number, bold = false): string[] {
  return text.split(/\r\n?|\n/).flatMap((line) => wrapLine(line, width, fontSize, bold));
}

function wrapLine(text: string, width: number, fontSize: number, bold: boolean): string[] {
  const fits = (candidate: string): boolean => textWidth(candidate, fontSize, bold) <= width;
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
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

/** The pieces between which a line may end; each keeps the space after it. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const word of text.match(/\s*\S+\s*/gu) ?? []) {
    let piece = '';
    for (const { segment } of graphemes.segment(word)) {
      const last = [...piece].at(-1) ?? '';
      const mayBreak = piece !== '' && (wide.test(segment) || wide.test(last) || /[-/‐–—]$/u.test(piece)) && !notFirst.test(segment) && !notLast.test(piece) && segment.trim();
      if (mayBreak) {
        pieces.push(piece);
        piece = '';
      }
      piece += segment;
    }
    pieces.push(piece);
  }
  return pieces;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
