/** A text that is kept as what differs from the one kept before it. */
export interface KeptText {
  /** How many texts back one is kept whole; 0: this one is. */
  readonly behind: number;
  /** So many characters of the text before stay at its beginning and at its end. */
  readonly head: number;
  readonly tail: number;
  /** What stands between them. */
  readonly middle: string;
}

/** So many texts at most are put together to read one. */
const mostBehind = 20;
/** Shorter ones are kept whole. */
const short = 300;

const isHigh = (code: number): boolean => code >= 0xd8_00 && code < 0xdc_00;
const isLow = (code: number): boolean => code >= 0xdc_00 && code < 0xe0_00;

/**
 * How to keep a text.
 * @param before the text kept before it, and how; null if there is none
 */
export function keepText(text: string, before: { readonly text: string; readonly behind: number } | null): KeptText {
  const whole: KeptText = { behind: 0, head: 0, tail: 0, middle: text };
  if (!before || text.length <= short || before.behind >= mostBehind) return whole;
  const most = Math.min(text.length, before.text.length);
  let head = 0;
  while (head < most && text.charCodeAt(head) === before.text.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < most - head && text.charCodeAt(text.length - 1 - tail) === before.text.charCodeAt(before.text.length - 1 - tail)) tail++;
  // Postgres takes no half of a character.
  if (head > 0 && isHigh(text.charCodeAt(head - 1))) head--;
  if (tail > 0 && isLow(text.charCodeAt(text.length - tail))) tail--;
  const middle = text.slice(head, text.length - tail);
  return middle.length > text.length / 2 ? whole : { behind: before.behind + 1, head, tail, middle };
}

/** The text that is kept so. @param before the one kept before it, where this one is not kept whole */
export function textOf({ behind, head, tail, middle }: KeptText, before: string): string {
  return behind === 0 ? middle : before.slice(0, head) + middle + before.slice(before.length - tail);
}
