import { eq } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { rightOf } from '@/lib/db/rights';
import { threads } from '@/lib/db/schema/comments';
import { delegations, people } from '@/lib/db/schema/people';
import { isDay } from '@/lib/domain/day';
import { AccordError } from '@/lib/domain/errors';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import { announceThread } from './announce-thread';
import { findThread } from './find-thread';
import { requireReaders } from './require-readers';
import { tellOfThread } from './tell-of-thread';

export interface Assignment {
  readonly scenario: string;
  readonly thread: string;
  /** A person's id, a delegation's code, or nobody. */
  readonly to: { readonly person: string } | { readonly delegation: string } | null;
  /** A day, `2026-11-30`. */
  readonly dueOn: string | null;
}

/**
 * Says who is asked to act on a thread, and until when; what was said before no longer holds.
 * @throws not-found (scenario or thread), forbidden, unknown-person (may not read it, or no such delegation), bad-request
 */
export async function assignThread(db: Database, actor: Actor, { scenario, thread: id, to, dueOn }: Assignment): Promise<void> {
  if (dueOn !== null && !isDay(dueOn)) throw new AccordError('bad-request');
  await db.transaction(async (tx) => {
    requireCan(actor, 'thread.assign', { right: await rightOf(tx, actor.id, scenario) });
    const thread = await findThread(tx, actor, scenario, id);
    let assignedPerson: string | null = null;
    let assignedDelegation: string | null = null;
    if (to && 'person' in to) [assignedPerson] = (await requireReaders(tx, scenario, thread.internalTo, [to.person])) as [string];
    if (to && 'delegation' in to) {
      // compared here: a caller's code may hold what Postgres takes for no text
      const row = (await tx.select({ id: delegations.id, code: delegations.code }).from(delegations)).find(({ code }) => code === to.delegation);
      if (!row || (thread.internalTo !== null && thread.internalTo !== row.id)) throw new AccordError('unknown-person');
      assignedDelegation = row.id;
    }
    if (assignedPerson === thread.assignedPerson && assignedDelegation === thread.assignedDelegation && dueOn === thread.dueOn) return;
    await tx.update(threads).set({ assignedPerson, assignedDelegation, dueOn }).where(eq(threads.id, thread.id));
    if (assignedPerson !== thread.assignedPerson || assignedDelegation !== thread.assignedDelegation) {
      const asked = assignedDelegation
        ? await tx.select({ id: people.id }).from(people).where(eq(people.delegationId, assignedDelegation)) // `tell` knows who of them reads the scenario
        : [{ id: assignedPerson }];
      await tellOfThread(tx, thread, { kind: 'assigned', people: asked.flatMap((row) => row.id ?? []), by: actor.id });
    }
    await audit(tx, { person: actor.id, verb: 'thread.assign', scenario, subject: { thread: thread.id, person: assignedPerson, delegation: assignedDelegation, dueOn } });
    await announceThread(tx, thread);
  });
}
