import { and, asc, desc, eq, gt, inArray, isNull, ne, sql, type SQL } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { latestPositions } from '@/lib/db/latest-positions';
import { peopleNamed } from '@/lib/db/people-named';
import { rightOf } from '@/lib/db/rights';
import { documentUpdates } from '@/lib/db/schema/documents';
import { inboxEntries, visits } from '@/lib/db/schema/inbox';
import { scenarios } from '@/lib/db/schema/scenarios';
import { diffScenario } from '@/lib/diff/diff-scenario';
import { listChanges, type ListedChange } from '@/lib/diff/list-changes';
import { asStored } from '@/lib/document/canonical';
import { itemsOf } from '@/lib/document/items-of';
import { projectScenario } from '@/lib/document/project-scenario';
import { askingKinds, type InboxKind } from '@/lib/domain/inbox';
import type { NamedPerson } from '@/lib/domain/named-person';
import { standingOf } from '@/lib/domain/positions';
import type { Scenario } from '@/lib/domain/scenario';
import { readDocument } from '@/lib/log/read-document';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import type { InboxEntry } from './inbox-entry';
import { ownEntries } from './own-entries';
import { stillAsks } from './still-asks';
import type { LastVisit } from './visit';

/** What somebody says of the reader's points. */
const sayingKinds: readonly InboxKind[] = ['replied', 'mentioned', 'proposal-decided'];

export interface CatchUp {
  readonly since: LastVisit;
  readonly before: Scenario;
  readonly now: Scenario;
  readonly changes: readonly ListedChange[];
  /** Others who have edited since. */
  readonly editors: readonly NamedPerson[];
  /** Entries of the inbox that ask something still and have not been read. */
  readonly waiting: readonly InboxEntry[];
  /** For speakers: items whose content has moved on from their delegation's position. */
  readonly stale: readonly string[];
  /** What others have said of the reader's points since. */
  readonly said: readonly InboxEntry[];
}

/**
 * What came to a scenario since the reader's last visit.
 * @returns null if this visit is their first
 * @throws not-found if there is no such scenario for this person
 */
export async function readCatchUp(db: Queryable, actor: Actor, scenario: string): Promise<CatchUp | null> {
  requireCan(actor, 'scenario.read', { right: await rightOf(db, actor.id, scenario) });
  const [visit] = await db
    .select()
    .from(visits)
    .where(and(eq(visits.scenarioId, scenario), eq(visits.personId, actor.id)));
  if (!visit || visit.beforeSeq === null || visit.beforeAt === null) return null;
  const { beforeSeq, beforeAt } = visit;
  const live = projectScenario((await readDocument(db, scenario)).doc);
  const [before, now] = [projectScenario((await readDocument(db, scenario, { at: beforeSeq })).doc), live].map(asStored) as [Scenario, Scenario];
  return {
    since: { seq: beforeSeq, at: beforeAt.toISOString() },
    before,
    now,
    changes: listChanges(diffScenario(before, now)),
    editors: await editorsSince(db, scenario, beforeSeq, actor.id),
    // all of them, however old and however much has come since
    waiting: (await entriesOf(db, actor, scenario, and(inArray(inboxEntries.kind, [...askingKinds]), isNull(inboxEntries.readAt)))).filter(await stillAsks(db, actor, scenario)),
    stale: actor.isSpeaker && actor.delegationId !== null ? await staleItems(db, live, scenario, actor.delegationId) : [],
    said: await entriesOf(db, actor, scenario, and(inArray(inboxEntries.kind, [...sayingKinds]), gt(inboxEntries.at, beforeAt)), mostSaid),
  };
}

async function editorsSince(db: Queryable, scenario: string, seq: number, reader: string): Promise<NamedPerson[]> {
  const rows = await db
    .select({ person: documentUpdates.personId })
    .from(documentUpdates)
    .where(and(eq(documentUpdates.scenarioId, scenario), gt(documentUpdates.seq, seq), ne(documentUpdates.personId, reader)))
    .groupBy(documentUpdates.personId)
    .orderBy(asc(sql`min(${documentUpdates.seq})`));
  const ids = rows.flatMap(({ person }) => person ?? []);
  const named = await peopleNamed(db, ids);
  return ids.flatMap((id) => named.get(id) ?? []);
}

async function staleItems(db: Queryable, scenario: Scenario, id: string, delegation: string): Promise<string[]> {
  const given = (await latestPositions(db, [id])).filter(({ delegationId }) => delegationId === delegation);
  const positions = given.map(({ item, stance, hash }) => ({ item, delegation, stance, hash }));
  return [...standingOf(itemsOf(scenario), positions)].filter(([, of]) => of.get(delegation)?.isStale).map(([item]) => item);
}

/** What others have said since needs no more than this to be seen that there is much of it. */
const mostSaid = 100;

/** Of one scenario, the newest first. */
async function entriesOf(db: Queryable, actor: Actor, scenario: string, which: SQL | undefined, most?: number): Promise<InboxEntry[]> {
  const found = db
    .select({ entry: inboxEntries, summary: scenarios.summary })
    .from(inboxEntries)
    .innerJoin(scenarios, eq(scenarios.id, inboxEntries.scenarioId))
    .where(and(ownEntries(db, actor.id), eq(inboxEntries.scenarioId, scenario), which))
    .orderBy(desc(inboxEntries.at), desc(inboxEntries.id));
  const rows = await (most === undefined ? found : found.limit(most));
  const named = await peopleNamed(db, rows.flatMap(({ entry }) => entry.byId ?? []));
  return rows.map(({ entry, summary }) => ({
    id: entry.id,
    kind: entry.kind,
    by: (entry.byId && named.get(entry.byId)) || null,
    scenario: { id: scenario, title: summary.title },
    subject: entry.subject,
    at: entry.at.toISOString(),
    read: entry.readAt !== null,
  }));
}
