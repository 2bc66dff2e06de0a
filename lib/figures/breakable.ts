import { breakWord, seamsOf } from './break-word';
import { textWidth } from './text-metrics';

/** The reader's font may be wider than the one that widths are reckoned with. Hyphens that are not needed don't show. */
const cautious = 0.8;

/**
 * The text with soft hyphens in words that are too long for a line, where a reader expects them: as in the figure, since
 * browsers know the seams of compounds in few languages, if at all. Every seam gets one: the browser, which knows the
 * reader's font, breaks at the last that fits. Only what is too long between two seams is broken elsewhere.
 * @param style how the text is set, size in px
 * @param width of the narrowest line that it may have to stand in, in px
 */
export function breakable(text: string, style: { readonly fontSize: number; readonly fontWeight: string }, width: number): string {
  const fits = (part: string): boolean => textWidth(part, style.fontSize, style.fontWeight >= '600') <= width * cautious;
  return text
    .split(/(\s+)/)
    .map((word) => {
      if (fits(word)) return word;
      const ends = [...seamsOf(word), word.length];
      return ends.map((end, index) => broken(word.slice(ends[index - 1] ?? 0, end), fits)).join('\u00ad');
    })
    .join('');
}

/** A part of a word with soft hyphens wherever a line would end that holds nothing else. */
function broken(part: string, fits: (text: string) => boolean): string {
  const parts: string[] = [];
  let rest = part;
  while (rest && !fits(rest)) {
    const [head, tail] = breakWord(rest, fits);
    const isHyphenated = head.endsWith('-') && rest[head.length - 1] !== '-';
    parts.push(isHyphenated ? `${head.slice(0, -1)}\u00ad` : head);
    rest = tail;
  }
  return [...parts, rest].join('');
}
