import { sql } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';

/** Rows of a table that name a person in a column. */
export interface NamingColumn {
  readonly table: string;
  readonly column: string;
  /** What the schema says of these rows when a person goes: they go, too; they forget whom they named; or they keep the name. */
  readonly onLeave: 'go' | 'forget' | 'keep';
}

/**
 * Where people are named in the database, by its own foreign keys: so that exporting somebody's data and erasing an account
 * forget no table, also none that is added later.
 */
export async function namingColumns(db: Queryable): Promise<readonly NamingColumn[]> {
  const { rows } = await db.execute<{ table: string; column: string; rule: string }>(sql`
    select t.relname as table, a.attname as column, c.confdeltype as rule
    from pg_constraint c
    join pg_class t on t.oid = c.conrelid
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'people'::regclass and array_length(c.conkey, 1) = 1
    order by t.relname, a.attname
  `);
  const meaning: Readonly<Record<string, NamingColumn['onLeave']>> = { c: 'go', n: 'forget' };
  return rows.map(({ table, column, rule }) => ({ table, column, onLeave: meaning[rule] ?? 'keep' }));
}
