import { count, eq, max, min, sql } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database, Transaction } from '@/lib/db/client';
import { auditEntries } from '@/lib/db/schema/audit';
import { delegations, people } from '@/lib/db/schema/people';
import { documentUpdates } from '@/lib/db/schema/documents';
import { AccordError } from '@/lib/domain/errors';
import type { Actor } from '@/lib/policies/can';
import { namingColumns } from './rows-of-person';

/** What is left out of the rows that name somebody, and why. */
const leftOut: Readonly<Record<string, true | readonly string[]>> = {
  access_links: ['token_hash'], // a secret of the installation
  ended_sessions: true, // the same: what cookies are recognised by
  document_updates: true, // counted instead; the text is that of the scenario, which has an export of its own
  document_clients: true, // numbers that only the log needs
  item_edits: true, // what the log holds, once more
  snapshots: ['state', 'content'], // the scenario's text
};
/** Columns by which rows of others name somebody who only gave them a reason. */
const ofOthers: Readonly<Record<string, readonly string[]>> = { inbox_entries: ['by_id'] };

export interface OwnData {
  readonly format: 'accord-personal-data';
  readonly version: 1;
  readonly exportedAt: string;
  readonly profile: Readonly<Record<string, unknown>>;
  /** By table: every row that names the person (comments, positions, signatures, rights, inbox …). */
  readonly rows: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  /** How much was edited where, and when. */
  readonly edits: readonly { readonly scenario: string; readonly updates: number; readonly first: string; readonly last: string }[];
  /** What the person did, by the audit. */
  readonly acts: readonly { readonly at: string; readonly verb: string; readonly scenario: string | null; readonly subject: Readonly<Record<string, unknown>> }[];
}

/** All that is stored of oneself, to take along. */
export async function exportOwnData(db: Database, actor: Actor): Promise<OwnData> {
  return db.transaction(
    async (tx) => {
      const [row] = await tx.select().from(people).leftJoin(delegations, eq(delegations.id, people.delegationId)).where(eq(people.id, actor.id));
      if (!row) throw new AccordError('not-found');
      const { passwordHash: _secret, sessionVersion: _version, ...profile } = row.people;
      const acts = await tx.select().from(auditEntries).where(eq(auditEntries.personId, actor.id)).orderBy(auditEntries.at);
      const edits = await tx
        .select({ scenario: documentUpdates.scenarioId, updates: count(), first: min(documentUpdates.at), last: max(documentUpdates.at) })
        .from(documentUpdates)
        .where(eq(documentUpdates.personId, actor.id))
        .groupBy(documentUpdates.scenarioId);
      const data: OwnData = {
        format: 'accord-personal-data',
        version: 1,
        exportedAt: new Date().toISOString(),
        profile: { ...profile, delegation: row.delegations?.code ?? null },
        rows: await rowsNaming(tx, actor.id),
        edits: edits.map(({ scenario, updates, first, last }) => ({ scenario, updates, first: first!.toISOString(), last: last!.toISOString() })),
        acts: acts.map(({ at, verb, scenarioId, subject }) => ({ at: at.toISOString(), verb, scenario: scenarioId, subject })),
      };
      await audit(tx, { person: actor.id, verb: 'person.export' });
      return data;
    },
    { isolationLevel: 'repeatable read' },
  );
}

async function rowsNaming(tx: Transaction, person: string): Promise<OwnData['rows']> {
  const columns = new Map<string, string[]>();
  for (const { table, column } of await namingColumns(tx)) {
    if (leftOut[table] === true || ofOthers[table]?.includes(column)) continue;
    columns.set(table, [...(columns.get(table) ?? []), column]);
  }
  const rows: Record<string, Record<string, unknown>[]> = {};
  for (const [table, names] of columns) {
    const without = leftOut[table];
    const omitted = Array.isArray(without) ? sql`- ${sql.raw(`array[${without.map((name) => `'${name}'`).join(', ')}]`)}` : sql``;
    const condition = sql.join(names.map((name) => sql`${sql.identifier(name)} = ${person}`), sql` or `);
    const found = await tx.execute<{ row: Record<string, unknown> }>(sql`select to_jsonb(t) ${omitted} as row from ${sql.identifier(table)} t where ${condition}`);
    rows[table] = found.rows.map(({ row }) => row);
  }
  return rows;
}
