import { AccordError } from '@/lib/domain/errors';

const longest = 120;

/**
 * A person's name as it is kept: one line, NFC, without control or direction-changing characters, which could make it look
 * like another one.
 * @throws AccordError `empty-text`, `too-large`
 */
export function parseName(name: string): string {
  const parsed = name
    .normalize('NFC')
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (!parsed) throw new AccordError('empty-text');
  if (parsed.length > longest) throw new AccordError('too-large', { longest });
  return parsed;
}
