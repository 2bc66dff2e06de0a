import german from 'hyphen/de/index.js';
import type { Language } from '@/lib/domain/languages';
import type { PrintText } from './print-document';

/** Where a word may be divided if the line is full (U+00AD). */
export const softHyphen = '\u00ad';

const known = new Map<string, string>();
const mostKnown = 20_000;

/** Puts soft hyphens into long words, where the language needs it: German compounds leave holes otherwise. Addresses stay whole. */
export function hyphenated(text: PrintText, language: Language): PrintText {
  return text.map((run) => ((run.language ?? language) !== 'de' || run.link || run.ref || run.badge ? run : { ...run, text: run.text.replace(/\S+/g, (token) => (/[/@_\d]/.test(token) ? token : token.replace(/\p{L}{7,}/gu, divided))) }));
}

function divided(word: string): string {
  let found = known.get(word);
  if (found === undefined) {
    if (known.size >= mostKnown) known.clear();
    // two letters at the beginning and three at the end stay together; and "unter", which begins the second half of many a compound here
    found = german.hyphenateSync(word).replace(/^(.)\u00ad/u, '$1').replace(/\u00ad(.{1,2})$/u, '$1').replace(/un\u00adter/giu, (joined) => joined.replace(softHyphen, ''));
    known.set(word, found);
  }
  return found;
}
