import { AccordError } from './errors';

/** The longest comment, in characters. */
export const longestComment = 10_000;
/** The longest name of a snapshot, in characters. */
export const longestSnapshotName = 200;

/**
 * What is stored of a text that somebody states: without the white space around it, in Unicode NFC.
 * @param longest how many characters (Unicode code points) it may have
 * @throws empty-text if nothing is left, too-large above `longest`
 */
export function statedText(text: string, longest: number): string {
  // Postgres can't store U+0000, and nobody can see it; a lone half of a surrogate pair can't be stored either
  const stated = text.replaceAll('\0', '').toWellFormed().normalize('NFC').trim();
  if (!stated) throw new AccordError('empty-text');
  if (stated.length > longest && [...stated].length > longest) throw new AccordError('too-large', { most: longest });
  return stated;
}
