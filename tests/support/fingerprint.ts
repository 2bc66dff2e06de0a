import { sql } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';

/** Kept in the background, at any moment; it only repeats the log. */
const repeated: readonly string[] = ['item_edits', 'item_histories'];

/** What stands in each table of a database, in short: equal before and after where nothing was written. */
export async function fingerprintOf(db: Queryable): Promise<Readonly<Record<string, string>>> {
  const { rows: tables } = await db.execute<{ name: string }>(sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`);
  const prints: Record<string, string> = {};
  for (const { name } of tables) {
    if (repeated.includes(name)) continue;
    const { rows } = await db.execute<{ print: string }>(sql`select count(*) || ' rows, ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '-') as print from ${sql.identifier(name)} t`);
    prints[name] = rows[0]!.print;
  }
  return prints;
}
