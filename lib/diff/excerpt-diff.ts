import { wordsOf } from './words-of';

/** A piece of a shortened comparison: as in `TextPart`; `omitted` stands for what was left out, `note` says what words do not show. */
export interface ExcerptPart {
  readonly kind: 'same' | 'inserted' | 'deleted' | 'omitted' | 'note';
  readonly text: string;
}

const ellipsis: ExcerptPart = { kind: 'omitted', text: '…' };
const endOfSentence = /[.!?;。！？；\n]/u;
const wide = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{20000}-\u{3ffff}]/u;

/** How long a text looks, in Latin letters: a Chinese character takes the room of two. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const character of text) length += wide.test(character) ? 2 : 1;
  return length;
}

/**
 * A comparison cut down to what has changed and the sentences around it: for a page on which there is little room.
 * @param parts a `TextDiff`, perhaps with notes
 * @param room how long it may become, as `lengthOf` counts (a little more, for signs that something was left out)
 */
export function excerptDiff(parts: readonly ExcerptPart[], room: number): ExcerptPart[] {
  const around = Math.max(12, Math.min(120, Math.floor(room / 6)));
  const shown = parts.flatMap((part, index): ExcerptPart[] => {
    if (part.kind === 'same') return contextOf(part.text, { after: index > 0, before: index < parts.length - 1, room: around });
    if (part.kind === 'inserted' || part.kind === 'deleted') return middleOut(part, Math.max(24, Math.floor(room / 2.5)));
    return [part];
  });
  return cutOff(shown, room);
}

/** A text cut off at the end of a word; an ellipsis stands for the rest. */
export function shortened(text: string, room: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return lengthOf(line) <= room ? line : `${headOf(line, room - 1).trimEnd()}…`;
}

/** What has not changed, as far as it belongs to the sentence of a change before (`after`) or behind it (`before`). */
function contextOf(text: string, { after, before, room }: { readonly after: boolean; readonly before: boolean; readonly room: number }): ExcerptPart[] {
  const head = after ? sentenceStart(text, room) : '';
  const tail = before ? sentenceEnd(text, room) : '';
  if (head.length + tail.length >= text.length || (after && before && lengthOf(text) <= room)) return [{ kind: 'same', text }];
  const same = (piece: string): ExcerptPart[] => (piece ? [{ kind: 'same', text: piece }] : []);
  // at the very start and end of a text nothing has to be bridged but what is left out there
  return [...same(head.trimEnd()), ellipsis, ...same(tail)];
}

/** The first words, up to the end of the sentence. */
function sentenceStart(text: string, room: number): string {
  const end = text.search(endOfSentence);
  return headOf(end === -1 ? text : text.slice(0, end + 1), room);
}

/** The last words, from the start of the sentence on. */
function sentenceEnd(text: string, room: number): string {
  const body = text.trimEnd();
  let start = body.length;
  while (start > 0 && !endOfSentence.test(body[start - 1]!)) start--;
  return tailOf(text.slice(start).replace(/^\s+/, ''), room);
}

function middleOut(part: ExcerptPart, room: number): ExcerptPart[] {
  if (lengthOf(part.text) <= room) return [part];
  const head = headOf(part.text, Math.ceil(room * 0.6)).trimEnd();
  const tail = tailOf(part.text, Math.floor(room * 0.4)).trimStart();
  return [{ ...part, text: `${head} … ${tail}` }];
}

/** As much as there is room for, up to the end of a piece; what is cut there ends with an ellipsis. */
function cutOff(parts: readonly ExcerptPart[], room: number): ExcerptPart[] {
  const kept: ExcerptPart[] = [];
  let left = room;
  for (const part of parts) {
    if (part === ellipsis && kept.at(-1) === ellipsis) continue;
    const length = lengthOf(part.text);
    if (length > left) {
      const head = headOf(part.text, left).trimEnd();
      return [...kept, ...(head ? [{ ...part, text: head }] : []), ...(kept.at(-1) === ellipsis && !head ? [] : [ellipsis])];
    }
    kept.push(part);
    left -= length;
  }
  return kept;
}

/** The first words for which there is room; of a word that would leave most of it empty, its beginning. */
function headOf(text: string, room: number): string {
  let head = '';
  let left = room;
  for (const word of wordsOf(text)) {
    const length = lengthOf(word);
    if (length > left) return left < room / 2 ? head : head + charactersOf(word, left);
    head += word;
    left -= length;
  }
  return head;
}

function tailOf(text: string, room: number): string {
  let tail = '';
  let left = room;
  for (const word of wordsOf(text).reverse()) {
    const length = lengthOf(word);
    if (length > left) return left < room / 2 ? tail : [...charactersOf([...word].reverse().join(''), left)].reverse().join('') + tail;
    tail = word + tail;
    left -= length;
  }
  return tail;
}

function charactersOf(word: string, room: number): string {
  let taken = '';
  let left = room;
  for (const character of word) {
    left -= lengthOf(character);
    if (left < 0) break;
    taken += character;
  }
  return taken;
}
