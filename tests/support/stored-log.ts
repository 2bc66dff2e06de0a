import { sql } from 'drizzle-orm';
import * as Y from 'yjs';
import type { Database } from '@/lib/db/client';
import { documents, documentUpdates } from '@/lib/db/schema/documents';
import { readState } from '@/lib/log/read-document';
import type { Actor } from '@/lib/policies/can';
import { insertScenario } from '@/lib/scenarios/insert-scenario';
import { skeleton } from '@/lib/scenarios/skeleton';
import type { Random } from '../faults/support/seeded-random';
import { RandomLog, type RandomEdit } from './random-log';

/** A scenario that the first of these people facilitates and the others edit; made long before whatever a test writes into its log. */
export function newScenario(db: Database, [first, ...others]: readonly Actor[]): Promise<string> {
  const rights = [{ person: first!.id, right: 'facilitator' as const }, ...others.map(({ id }) => ({ person: id, right: 'editor' as const }))];
  return db.transaction(async (tx) => {
    const scenario = await insertScenario(tx, { scenario: skeleton({ title: 'A', language: 'en' }), person: first!.id, rights, verb: 'scenario.create' });
    // Only a test turns the clock; the rows are written once.
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`update document_updates set at = now() - interval '1 year' where scenario_id = ${scenario}`);
    return scenario;
  });
}

/** Writes into a document's log, at times that the test chooses. */
export class StoredLog {
  private edits: RandomLog | null = null;

  constructor(
    private readonly db: Database,
    private readonly scenario: string,
    private readonly people: readonly Actor[],
    private readonly random: Random,
    private at: Date,
  ) {}

  /** So many random updates, or a few more. */
  async grow(count: number): Promise<void> {
    this.edits ??= new RandomLog(this.random, Y.encodeStateAsUpdate((await readState(this.db, this.scenario)).doc), this.people.length);
    const rows: RandomEdit[] = [];
    while (rows.length < count) rows.push(...this.edits.next());
    await this.append(rows);
  }

  /** One edit by one of the people. */
  async write(who: number, change: (doc: Y.Doc) => void, pause = 1_000): Promise<void> {
    const { doc } = await readState(this.db, this.scenario);
    const before = Y.encodeStateVector(doc);
    doc.transact(() => change(doc));
    await this.append([{ who, client: doc.clientID, update: Y.encodeStateAsUpdate(doc, before), pause }]);
  }

  private async append(rows: readonly RandomEdit[]): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [row] = await tx
        .update(documents)
        .set({ lastSeq: sql`${documents.lastSeq} + ${rows.length}` })
        .where(sql`${documents.scenarioId} = ${this.scenario}`)
        .returning({ lastSeq: documents.lastSeq });
      await tx.insert(documentUpdates).values(
        rows.map(({ who, client, update, pause }, index) => {
          this.at = new Date(this.at.getTime() + pause);
          return { scenarioId: this.scenario, seq: row!.lastSeq - rows.length + 1 + index, personId: this.people[who]!.id, clientIds: [client], at: this.at, update };
        }),
      );
    });
  }
}
