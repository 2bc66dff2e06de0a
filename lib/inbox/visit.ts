import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '@/lib/db/client';
import { rightOf } from '@/lib/db/rights';
import { documents } from '@/lib/db/schema/documents';
import { visits } from '@/lib/db/schema/inbox';
import { AccordError } from '@/lib/domain/errors';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';

/** `open`: the workspace was opened; `here`: it is still being looked at, or just left; `dismiss`: the summary was put away. */
export const visitEvents = ['open', 'here', 'dismiss'] as const;
export type VisitEvent = (typeof visitEvents)[number];

/** Who comes back sooner than this has not been away: a reload, a second tab, a glance at another page. */
const awayMinutes = 10;

/** Where the visit before this one ended. */
export interface LastVisit {
  readonly seq: number;
  readonly at: string;
}

export interface Visit {
  /** Null: the person is here for the first time. */
  readonly since: LastVisit | null;
  /** The summary of what came since then was put away. */
  readonly dismissed: boolean;
}

/**
 * Writes down that somebody is at a scenario, and how far its log had come. Nobody else's business: no audit, no announcement.
 * @throws not-found if there is no such scenario for this person
 */
export async function visit(db: Database, actor: Actor, scenario: string, event: VisitEvent): Promise<Visit> {
  return db.transaction(async (tx) => {
    requireCan(actor, 'scenario.read', { right: await rightOf(tx, actor.id, scenario) });
    const [document] = await tx.select({ seq: documents.lastSeq }).from(documents).where(eq(documents.scenarioId, scenario));
    if (!document) throw new AccordError('not-found');
    const own = and(eq(visits.scenarioId, scenario), eq(visits.personId, actor.id));
    const [made] = await tx.insert(visits).values({ scenarioId: scenario, personId: actor.id, seq: document.seq }).onConflictDoNothing().returning();
    if (made) return { since: null, dismissed: false };
    const [before] = await tx.select({ away: sql<boolean>`${visits.at} < now() - make_interval(mins => ${awayMinutes})` }).from(visits).where(own).for('update');
    const isNew = event !== 'dismiss' && before?.away === true; // also for who wakes a machine that slept over it
    const [row] = await tx
      .update(visits)
      .set({
        seq: document.seq,
        at: sql`now()`,
        ...(isNew && { beforeSeq: sql`${visits.seq}`, beforeAt: sql`${visits.at}`, dismissedAt: null }),
        ...(event === 'dismiss' && { dismissedAt: sql`now()` }),
      })
      .where(own)
      .returning();
    const { beforeSeq, beforeAt, dismissedAt } = row!;
    return { since: beforeSeq === null || beforeAt === null ? null : { seq: beforeSeq, at: beforeAt.toISOString() }, dismissed: dismissedAt !== null };
  });
}
