import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Database } from '@/lib/db/client';
import { peopleNamed } from '@/lib/db/people-named';
import { rightOf } from '@/lib/db/rights';
import { delegations } from '@/lib/db/schema/people';
import { judgements, positions } from '@/lib/db/schema/positions';
import type { ItemContent } from '@/lib/document/read-item';
import { AccordError } from '@/lib/domain/errors';
import { parseItemName } from '@/lib/domain/items';
import type { NamedPerson } from '@/lib/domain/named-person';
import type { Stance } from '@/lib/domain/positions';
import type { Change } from '@/lib/domain/scenario';
import { catchUpHistory } from '@/lib/log/due-histories';
import { readItemEdits } from '@/lib/log/read-item-edits';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';

/** One wording of an item. */
export interface HistoryEdit {
  /** Null: the system itself. */
  readonly by: NamedPerson | null;
  /** ISO 8601, in UTC. */
  readonly from: string;
  readonly to: string;
  readonly seq: number;
  readonly content: ItemContent;
}

/** What a delegation said of the item, as its position or its own judgement of a cell, and when; null: it withdrew what it had said. */
export interface HistoryWord {
  readonly as: 'position' | 'judgement';
  readonly by: NamedPerson;
  readonly at: string;
  readonly said: { readonly stance: Stance; readonly note: string } | { readonly change: Change; readonly reason: string } | null;
}

export interface ItemHistory {
  /** Newest first. */
  readonly edits: readonly HistoryEdit[];
  /** Older wordings are those before this sequence number; null: there are none. */
  readonly olderThan: number | null;
  /** Oldest first. */
  readonly words: readonly HistoryWord[];
}

/** So many wordings are read at once. */
export const historyPage = 20;

/**
 * How the wording of one item came about, out of the log, and what delegations said of it meanwhile. Comments and versions
 * are asked for by their own verbs.
 * @param before only wordings before this sequence number of the log
 * @throws not-found (scenario); bad-request if `item` names none
 */
export async function readItemHistory(db: Database, actor: Actor, { scenario, item: name, before }: { readonly scenario: string; readonly item: string; readonly before?: number }): Promise<ItemHistory> {
  requireCan(actor, 'scenario.read', { right: await rightOf(db, actor.id, scenario) });
  const item = parseItemName(name);
  if (!item || (before !== undefined && !Number.isSafeInteger(before))) throw new AccordError('bad-request');
  await catchUpHistory(db, scenario);
  const { edits, olderThan } = await readItemEdits(db, scenario, item, { most: historyPage, ...(before !== undefined && { before }) });
  const [said, judged] = await Promise.all([
    db.select().from(positions).where(and(eq(positions.scenarioId, scenario), eq(positions.item, name))).orderBy(asc(positions.id)),
    db.select().from(judgements).where(and(eq(judgements.scenarioId, scenario), eq(judgements.item, name))).orderBy(asc(judgements.id)),
  ]);
  const undone = new Set(said.flatMap(({ undoes, personId }) => (undoes ? [`${personId} ${undoes}`] : [])));
  const counted = said.filter(({ undoes, personId, requestId }) => !undoes && !undone.has(`${personId} ${requestId}`));
  const spoken = [...counted, ...judged];
  const named = await peopleNamed(db, [...edits.flatMap(({ person }) => person ?? []), ...spoken.map(({ personId }) => personId)]);
  const codes = new Map(
    spoken.length === 0
      ? []
      : (await db.select({ id: delegations.id, code: delegations.code }).from(delegations).where(inArray(delegations.id, [...new Set(spoken.map(({ delegationId }) => delegationId))]))).map(({ id, code }) => [id, code]),
  );
  const by = (row: { readonly personId: string; readonly delegationId: string }): NamedPerson => ({ ...named.get(row.personId)!, delegation: codes.get(row.delegationId) ?? null });
  return {
    edits: edits.map(({ person, from, to, seq, content }) => ({ by: person === null ? null : (named.get(person) ?? null), from: from.toISOString(), to: to.toISOString(), seq, content })),
    olderThan,
    words: [
      ...counted.map((row): HistoryWord => ({ as: 'position', by: by(row), at: row.at.toISOString(), said: row.stance && { stance: row.stance, note: row.note } })),
      ...judged.map((row): HistoryWord => ({ as: 'judgement', by: by(row), at: row.at.toISOString(), said: row.change && { change: row.change, reason: row.reason } })),
    ].sort((a, b) => (a.at < b.at ? -1 : 1)),
  };
}
