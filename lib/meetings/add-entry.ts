import { and, count, eq } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { once } from '@/lib/db/once';
import { meetingEntries } from '@/lib/db/schema/meetings';
import { tell } from '@/lib/db/tell';
import { AccordError, requestUsed } from '@/lib/domain/errors';
import { mostEntriesPerPoint } from '@/lib/domain/meetings';
import type { Actor } from '@/lib/policies/can';
import { checkEntry, type EntryContent } from './check-entry';
import { touchMeeting } from './open-meeting';
import { openPoint } from './open-point';

export interface NewEntry extends EntryContent {
  readonly meeting: string;
  readonly point: string;
  /** A uuid chosen for one press of "add": the same one again writes nothing new. */
  readonly requestId: string;
}

/**
 * Writes down what was said, decided, or given somebody to do. Who is given something to do hears of it. For those who take
 * minutes on the point.
 * @throws not-found (also an assignee who takes part in none of the scenarios), forbidden, meeting-over, empty-text, too-large,
 *   over-bound, bad-request
 */
export async function addEntry(db: Database, actor: Actor, input: NewEntry): Promise<{ entry: string }> {
  const attempt = (): Promise<{ entry: string }> =>
    db.transaction(async (tx) => {
      const { opened, point, concerned } = await openPoint(tx, actor, input, 'meeting.record');
      const [earlier] = await tx
        .select()
        .from(meetingEntries)
        .where(and(eq(meetingEntries.authorId, actor.id), eq(meetingEntries.requestId, input.requestId)));
      if (earlier && earlier.pointId !== point.id) throw requestUsed();
      const content = await checkEntry(tx, concerned, input);
      if (earlier && earlier.version === 1 && !isSame(earlier, content)) throw requestUsed(); // what has been corrected since can't be compared
      if (earlier) return { entry: earlier.id };
      const [held] = await tx.select({ count: count() }).from(meetingEntries).where(eq(meetingEntries.pointId, point.id));
      if (held!.count >= mostEntriesPerPoint) throw new AccordError('over-bound');
      const [row] = await tx
        .insert(meetingEntries)
        .values({ pointId: point.id, ...content, authorId: actor.id, requestId: input.requestId })
        .returning({ id: meetingEntries.id });
      if (content.assigneeId) await tell(tx, { people: [content.assigneeId], scenario: content.assignedIn, kind: 'action-assigned', by: actor.id, subject: { meeting: input.meeting, point: point.id } });
      for (const scenario of concerned) await audit(tx, { person: actor.id, verb: `meeting.add-${content.kind}`, scenario, subject: { meeting: input.meeting, point: point.id, entry: row!.id } });
      await touchMeeting(tx, opened);
      return { entry: row!.id };
    });
  return once(attempt, 'meeting_entries_request');
}

const isSame = (made: typeof meetingEntries.$inferSelect, sent: Awaited<ReturnType<typeof checkEntry>>): boolean =>
  made.kind === sent.kind && made.body === sent.body && made.assigneeId === sent.assigneeId && made.assigneeName === sent.assigneeName && made.dueOn === sent.dueOn;
