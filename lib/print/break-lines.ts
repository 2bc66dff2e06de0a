import LineBreaker from 'linebreak';
import { softHyphen } from './hyphenate';
import { faceOf, type Face } from './print-fonts';
import type { PrintRun, PrintText } from './print-document';

/** A piece of a line in one face. */
export interface Piece {
  readonly text: string;
  readonly face: Face;
  readonly run: PrintRun;
  readonly width: number;
}
export type Line = readonly Piece[];

interface Character {
  readonly text: string;
  readonly face: Face;
  readonly run: PrintRun;
}

/**
 * Breaks a text into lines no wider than `width`, by the Unicode rules (UAX 14), which hold for Chinese as well: a line never
 * begins with a full stop. What is longer than a line by itself is broken wherever it has to be.
 * @param measure the width of a text in a face
 */
export function breakLines(runs: PrintText, width: number, measure: (text: string, face: Face) => number): Line[] {
  return paragraphsOf(runs).flatMap((characters) => breakParagraph(characters, width, measure));
}

/** The characters between hard breaks; control characters, which no page can show, are left out. */
function paragraphsOf(runs: PrintText): Character[][] {
  const paragraphs: Character[][] = [[]];
  for (const run of runs) {
    for (const text of run.text.normalize('NFC')) {
      if (text === '\n') paragraphs.push([]);
      else if (!/\p{Cc}|\p{Cs}/u.test(text) || text === '\t') paragraphs.at(-1)!.push({ text: text === '\t' ? ' ' : text, face: faceOf(text, run), run });
    }
  }
  return paragraphs;
}

/** A line that is filled so far is not worth a divided word. */
const wellFilled = 0.86;

function breakParagraph(characters: readonly Character[], width: number, measure: (text: string, face: Face) => number): Line[] {
  const lines: Line[] = [];
  let line: Character[] = [];
  // word by word: to measure the whole line again for each would take the square of its length
  let used = 0;
  const fits = (more: readonly Character[]): boolean => used + widthOf(withoutTrailingSpace(more), measure) <= width;
  for (const word of wordsOf(characters)) {
    if (line.length && !fits(word)) {
      const ended = endOfLine(line, width, measure);
      lines.push(piecesOf(withoutTrailingSpace(line.slice(0, ended)), measure));
      line = line.slice(ended);
      used = widthOf(withoutSoftEnd(line), measure);
    }
    if (fits(word)) {
      line.push(...word);
      used += widthOf(withoutSoftEnd(word), measure);
      continue;
    }
    for (const character of word) {
      if (line.length && widthOf([...line, character], measure) > width && character.text !== ' ') {
        lines.push(piecesOf(line, measure));
        line = [];
      }
      line.push(character);
    }
    used = widthOf(line, measure);
  }
  return [...lines, piecesOf(withoutSoftEnd(withoutTrailingSpace(line)), measure)];
}

/** Without the hyphen that shows only where the line ends there. */
const withoutSoftEnd = (characters: readonly Character[]): readonly Character[] => (characters.at(-1)?.text === softHyphen ? characters.slice(0, -1) : characters);

/** Up to where a full line is set: all of it, or without the beginning of a word that would have to be divided. */
function endOfLine(line: readonly Character[], width: number, measure: (text: string, face: Face) => number): number {
  if (line.at(-1)?.text !== softHyphen) return line.length;
  const whole = line.findLastIndex(({ text }) => text === ' ') + 1;
  return whole > 0 && widthOf(withoutTrailingSpace(line.slice(0, whole)), measure) >= wellFilled * width ? whole : line.length;
}

/** The parts between which a line may end. */
function wordsOf(characters: readonly Character[]): Character[][] {
  const words: Character[][] = [];
  const breaker = new LineBreaker(characters.map(({ text }) => text).join(''));
  let at = 0;
  let offset = 0;
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    const word: Character[] = [];
    while (offset < next.position) {
      const character = characters[at++]!;
      offset += character.text.length;
      word.push(character);
    }
    words.push(word);
  }
  return words;
}

function withoutTrailingSpace(characters: readonly Character[]): readonly Character[] {
  let end = characters.length;
  while (end > 0 && characters[end - 1]!.text === ' ') end--;
  return characters.slice(0, end);
}

function piecesOf(characters: readonly Character[], measure: (text: string, face: Face) => number): Piece[] {
  const pieces: { text: string; face: Face; run: PrintRun }[] = [];
  for (const [index, { text: character, face: ownFace, run }] of characters.entries()) {
    if (character === softHyphen && index < characters.length - 1) continue; // it shows only where a line ends with it
    const [text, face] = character === softHyphen ? ['-', faceOf('-', run)] : [character, ownFace];
    const last = pieces.at(-1);
    if (last && last.face === face && last.run === run) last.text += text;
    else pieces.push({ text, face, run });
  }
  return pieces.map((piece) => ({ ...piece, width: measure(piece.text, piece.face) }));
}

function widthOf(characters: readonly Character[], measure: (text: string, face: Face) => number): number {
  return piecesOf(characters, measure).reduce((sum, { width }) => sum + width, 0);
}
