import { eq, sql } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { meetingEntries } from '@/lib/db/schema/meetings';
import { tell } from '@/lib/db/tell';
import { AccordError } from '@/lib/domain/errors';
import type { Actor } from '@/lib/policies/can';
import { checkEntry, type EntryContent } from './check-entry';
import { openEntry, type EntryPlace } from './open-entry';
import { touchMeeting } from './open-meeting';

/**
 * Corrects an entry. For its author and those who lead the meeting. The audit keeps what stood there.
 * @param input `version`: the one that the correction was made of
 * @throws not-found, forbidden, meeting-over, empty-text, too-large, bad-request; entry-changed if somebody else has corrected
 *   it since, with their wording, so that none is lost
 */
export async function correctEntry(db: Database, actor: Actor, input: EntryPlace & EntryContent & { readonly version: number }): Promise<void> {
  await db.transaction(async (tx) => {
    const { opened, concerned, entry } = await openEntry(tx, actor, input);
    const { assignedIn, ...content } = await checkEntry(tx, concerned, input);
    if (entry.version !== input.version) throw new AccordError('entry-changed', { theirs: entry.body, version: entry.version });
    await tx
      .update(meetingEntries)
      .set({ ...content, editedAt: sql`now()`, version: sql`${meetingEntries.version} + 1` })
      .where(eq(meetingEntries.id, entry.id));
    const isNewlyAssigned = content.assigneeId !== null && content.assigneeId !== entry.assigneeId;
    if (isNewlyAssigned) await tell(tx, { people: [content.assigneeId!], scenario: assignedIn, kind: 'action-assigned', by: actor.id, subject: { meeting: input.meeting, point: entry.pointId } });
    for (const scenario of concerned) await audit(tx, { person: actor.id, verb: 'meeting.correct-entry', scenario, subject: { meeting: input.meeting, entry: entry.id, before: { kind: entry.kind, body: entry.body, dueOn: entry.dueOn } } });
    await touchMeeting(tx, opened);
  });
}
