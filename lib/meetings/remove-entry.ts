import { eq } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { meetingEntries } from '@/lib/db/schema/meetings';
import type { Actor } from '@/lib/policies/can';
import { openEntry, type EntryPlace } from './open-entry';
import { touchMeeting } from './open-meeting';

/**
 * Takes an entry out of the minutes. For its author and those who lead the meeting. The audit keeps what stood there.
 * @throws not-found, forbidden, meeting-over
 */
export async function removeEntry(db: Database, actor: Actor, place: EntryPlace): Promise<void> {
  await db.transaction(async (tx) => {
    const { opened, concerned, entry } = await openEntry(tx, actor, place);
    await tx.delete(meetingEntries).where(eq(meetingEntries.id, entry.id));
    for (const scenario of concerned) await audit(tx, { person: actor.id, verb: 'meeting.remove-entry', scenario, subject: { meeting: place.meeting, before: { kind: entry.kind, body: entry.body, dueOn: entry.dueOn } } });
    await touchMeeting(tx, opened);
  });
}
