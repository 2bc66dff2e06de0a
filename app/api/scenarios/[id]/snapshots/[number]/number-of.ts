import { AccordError } from '@/lib/domain/errors';
import { versionNumber } from '@/lib/domain/version-number';

/** The version that a path names. @throws AccordError not-found if that is no number of one */
export function numberOf(text: string): number {
  const number = versionNumber(text);
  if (number === null) throw new AccordError('not-found');
  return number;
}
