import { longestLabel } from '@/lib/domain/bounds';
import { textIn, type Language, type Localized } from '@/lib/domain/languages';

/** No text is broken into lines narrower than this, however narrow its box: a letter a line can't be read, and costs an element each. */
export const leastLine = 40;

/**
 * What figures and the canvas show of a name or label: all of it up to the length that fields and imports allow. Longer ones (a client
 * of one's own can write them) end with an ellipsis, so that no scenario makes a picture without end.
 */
export function shownText(text: Localized, language: Language): string {
  return cutShort(textIn(text, language), longestLabel);
}

/** All of a text up to so many UTF-16 units; what is longer ends with an ellipsis, never with half a character. */
export function cutShort(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…` : text;
}
