import { longestLabel } from '@/lib/domain/bounds';
import { textIn, type Language, type Localized } from '@/lib/domain/languages';

/** No text is broken into lines narrower than this, however narrow its box: a letter a line can't be read, and costs an element each. */
export const leastLine = 40;

/**
 * What a figure shows of a name or label: all of it up to the length that fields and imports allow. Longer ones (a client
 * of one's own can write them) end with an ellipsis, so that no scenario makes a figure without end.
 */
export function shownText(text: Localized, language: Language): string {
  const whole = textIn(text, language);
  return whole.length > longestLabel ? `${whole.slice(0, longestLabel).replace(/[\ud800-\udbff]$/, '')}…` : whole;
}
