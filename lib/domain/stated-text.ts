import { AccordError } from './errors';
import { inOneLine, soundText } from './text';

/** The longest comment, in characters. */
export const longestComment = 10_000;
/** The longest name of a snapshot, in characters. */
export const longestSnapshotName = 200;

/**
 * What is stored of a text that somebody states: sound (`soundText`), without the white space around it, in Unicode NFC.
 * @param longest how many characters (Unicode code points) it may have
 * @throws empty-text if nothing is left that one sees, too-large above `longest`
 */
export function statedText(text: string, longest: number): string {
  const stated = optionalText(text, longest);
  if (!/[^\s\p{Default_Ignorable_Code_Point}]/u.test(stated)) throw new AccordError('empty-text');
  return stated;
}

/** The same of a text that may be empty. @throws too-large */
export function optionalText(text: string, longest: number): string {
  const stated = soundText(text).normalize('NFC').trim();
  if (stated.length > longest && [...stated].length > longest) throw new AccordError('too-large', { most: longest });
  return stated;
}

/** What is stored of a line that somebody states: a name, a title. @throws empty-text, too-large */
export function statedLine(text: string, longest: number): string {
  return statedText(inOneLine(text), longest);
}

/** The same of a line that may be empty. @throws too-large */
export function optionalLine(text: string, longest: number): string {
  return optionalText(inOneLine(text), longest);
}
