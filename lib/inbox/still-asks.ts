import { and, desc, eq, or } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { signOffRecords } from '@/lib/db/schema/sign-offs';
import type { Actor } from '@/lib/policies/can';
import type { InboxEntry } from './inbox-entry';

/**
 * Tells of entries of one scenario whether they still ask something of their owner: what was put up for signature does so
 * until it is withdrawn, another version is put up, or the owner's delegation has signed it.
 */
export async function stillAsks(db: Queryable, actor: Actor, scenario: string): Promise<(entry: InboxEntry) => boolean> {
  const [latest] = await db
    .select({ position: signOffRecords.position, snapshot: signOffRecords.snapshot })
    .from(signOffRecords)
    .where(and(eq(signOffRecords.scenarioId, scenario), eq(signOffRecords.kind, 'offer')))
    .orderBy(desc(signOffRecords.position))
    .limit(1);
  if (!latest) return () => true;
  const answers = await db
    .select({ kind: signOffRecords.kind, delegation: signOffRecords.delegationId })
    .from(signOffRecords)
    .where(and(eq(signOffRecords.scenarioId, scenario), eq(signOffRecords.offer, latest.position), or(eq(signOffRecords.kind, 'withdrawal'), eq(signOffRecords.kind, 'signature'))));
  const isOver = answers.some(({ kind, delegation }) => kind === 'withdrawal' || delegation === actor.delegationId);
  const isLatest = ({ offer, number }: InboxEntry['subject']): boolean => (offer === undefined ? number === latest.snapshot : offer === latest.position);
  return ({ kind, subject }) => (kind !== 'offered' && kind !== 'deputised') || (!isOver && isLatest(subject));
}
