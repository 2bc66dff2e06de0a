import type { Database } from '@/lib/db/client';
import { AccordError } from '@/lib/domain/errors';
import { changePerson } from './change-person';
import type { Doer } from './doer';
import { issueAccessLink, type IssuedLink } from './issue-access-link';

/**
 * Makes a link by which somebody sets a new password; for those who never had one, their invitation once more. Their password
 * holds until the link is spent.
 * @throws AccordError `forbidden` (also for demo people, whose password is fixed), `not-found`, `account-disabled`
 */
export async function createResetLink(db: Database, doer: Doer, personId: string): Promise<IssuedLink> {
  let link: IssuedLink | undefined;
  await changePerson(db, doer, personId, 'person.create-reset-link', async (person, tx) => {
    if (person.isDemo) throw new AccordError('forbidden');
    if (person.disabledAt) throw new AccordError('account-disabled');
    link = await issueAccessLink(tx, person.passwordHash === null ? 'invitation' : 'reset', personId);
    return {};
  });
  if (!link) throw new Error('a link was not issued'); // changePerson either ran the change or threw
  return link;
}
