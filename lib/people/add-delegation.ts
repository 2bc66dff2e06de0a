import { max } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { delegations } from '@/lib/db/schema/people';
import { AccordError } from '@/lib/domain/errors';
import type { Localized } from '@/lib/domain/languages';
import { doerId, requirePeopleManager, type Doer } from './doer';
import { parseName } from './person-name';

/**
 * Adds a side that has to agree.
 * @param input.code what badges show: two to four Latin capitals
 * @throws AccordError `forbidden`, `bad-request` (the code's form), `empty-text`, `too-large`, `code-taken`
 */
export async function addDelegation(db: Database, doer: Doer, input: { readonly code: string; readonly name: Localized }): Promise<{ readonly id: string }> {
  requirePeopleManager(doer);
  const code = input.code.trim().toUpperCase();
  if (!/^[A-Z]{2,4}$/.test(code)) throw new AccordError('bad-request');
  const names = { nameEn: parseName(input.name.en), nameDe: parseName(input.name.de), nameZh: parseName(input.name.zh) };
  return db.transaction(async (tx) => {
    const [last] = await tx.select({ position: max(delegations.position) }).from(delegations);
    const [added] = await tx
      .insert(delegations)
      .values({ code, ...names, position: (last?.position ?? 0) + 1 })
      .onConflictDoNothing()
      .returning({ id: delegations.id });
    if (!added) throw new AccordError('code-taken');
    await audit(tx, { person: doerId(doer), verb: 'delegation.add', subject: { delegation: added.id, code } });
    return added;
  });
}
