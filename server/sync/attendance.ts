import { and, eq, lt, sql } from 'drizzle-orm';
import type { Database } from '@/lib/db/client';
import { attendances } from '@/lib/db/schema/scenarios';

/** Rows this old belong to a server that died long ago. */
const forgottenAfter = sql`now() - interval '10 minutes'`;

/** Keeps the rows that say who has which scenario open at this node. Nothing depends on them but what lists show. */
export class Attendance {
  private readonly counts = new Map<string, { readonly scenario: string; readonly person: string; sockets: number }>();

  constructor(
    private readonly db: Database,
    private readonly node: string,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  /** A socket has come. @returns to be called when it has gone */
  arrive(scenario: string, person: string): () => void {
    const key = `${scenario} ${person}`;
    const count = this.counts.get(key) ?? { scenario, person, sockets: 0 };
    this.counts.set(key, count);
    count.sockets += 1;
    if (count.sockets === 1) this.quietly(this.write([count]));
    let gone = false;
    return () => {
      if (gone) return;
      gone = true;
      count.sockets -= 1;
      if (count.sockets > 0) return;
      this.counts.delete(key);
      this.quietly(this.remove(scenario, person));
    };
  }

  /** Says again who is here, so that the rows do not go stale. */
  async refresh(): Promise<void> {
    await this.write([...this.counts.values()]);
    await this.db.delete(attendances).where(lt(attendances.seenAt, forgottenAfter));
  }

  async close(): Promise<void> {
    this.counts.clear();
    await this.db.delete(attendances).where(eq(attendances.node, this.node));
  }

  private async write(rows: readonly { readonly scenario: string; readonly person: string }[]): Promise<void> {
    if (rows.length === 0) return;
    await this.db
      .insert(attendances)
      .values(rows.map(({ scenario, person }) => ({ scenarioId: scenario, personId: person, node: this.node })))
      .onConflictDoUpdate({ target: [attendances.scenarioId, attendances.personId, attendances.node], set: { seenAt: sql`now()` } });
  }

  private async remove(scenario: string, person: string): Promise<void> {
    if (this.counts.has(`${scenario} ${person}`)) return; // came back meanwhile
    await this.db.delete(attendances).where(and(eq(attendances.scenarioId, scenario), eq(attendances.personId, person), eq(attendances.node, this.node)));
    const back = this.counts.get(`${scenario} ${person}`);
    if (back) await this.write([back]);
  }

  private quietly(work: Promise<void>): void {
    work.catch(this.onTrouble);
  }
}
