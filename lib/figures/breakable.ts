import { breakWord } from './break-word';
import { textWidth } from './text-metrics';

/** The reader's font may be wider than the one that widths are reckoned with. Hyphens that are not needed don't show. */
const cautious = 0.8;

/**
 * The text with soft hyphens in words that are too long for a line, where a reader expects them: as in the figure, since
 * browsers know the seams of compounds in few languages, if at all.
 * @param style how the text is set, size in px
 * @param width of the narrowest line that it may have to stand in, in px
 */
export function breakable(text: string, style: { readonly fontSize: number; readonly fontWeight: string }, width: number): string {
  const fits = (part: string): boolean => textWidth(part, style.fontSize, style.fontWeight >= '600') <= width * cautious;
  return text
    .split(/(\s+)/)
    .map((word) => {
      const parts: string[] = [];
      let rest = word;
      while (rest && !fits(rest)) {
        const [head, tail] = breakWord(rest, fits);
        const isHyphenated = head.endsWith('-') && rest[head.length - 1] !== '-';
        parts.push(isHyphenated ? `${head.slice(0, -1)}\u00ad` : head);
        rest = tail;
      }
      return [...parts, rest].join('');
    })
    .join('');
}
