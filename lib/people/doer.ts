import { AccordError } from '@/lib/domain/errors';
import { can, type Actor } from '@/lib/policies/can';

/** Who changes something about people: somebody signed in, or whoever holds the server itself (command line, start). */
export type Doer = Actor | 'system';

/** @throws AccordError `forbidden` unless the policy lets `doer` look after people */
export function requirePeopleManager(doer: Doer): void {
  if (doer !== 'system' && !can(doer, 'people.manage')) throw new AccordError('forbidden');
}

/** The id under which `doer` stands in the audit; null for the system. */
export function doerId(doer: Doer): string | null {
  return doer === 'system' ? null : doer.id;
}
