import { and, eq } from 'drizzle-orm';
import type { Transaction } from '@/lib/db/client';
import { isUuid } from '@/lib/db/rights';
import { meetingEntries } from '@/lib/db/schema/meetings';
import { AccordError } from '@/lib/domain/errors';
import { can, type Actor } from '@/lib/policies/can';
import { openPoint, type OpenPoint } from './open-point';

/** Where an entry stands. */
export interface EntryPlace {
  readonly meeting: string;
  readonly point: string;
  readonly entry: string;
}

/**
 * Takes an entry into hand for its author, or for those who lead the meeting.
 * @throws not-found, forbidden, meeting-over
 */
export async function openEntry(tx: Transaction, actor: Actor, place: EntryPlace): Promise<OpenPoint & { readonly entry: typeof meetingEntries.$inferSelect }> {
  const opened = await openPoint(tx, actor, place, 'meeting.record');
  const [entry] = isUuid(place.entry)
    ? await tx
        .select()
        .from(meetingEntries)
        .where(and(eq(meetingEntries.id, place.entry), eq(meetingEntries.pointId, place.point)))
    : [];
  if (!entry) throw new AccordError('not-found');
  const rights = opened.opened.scenarios.map(({ right }) => right);
  if (entry.authorId !== actor.id && !can(actor, 'meeting.lead', { rights })) throw new AccordError('forbidden');
  return { ...opened, entry };
}
