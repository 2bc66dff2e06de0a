import { and, asc, desc, eq, gte, lt, lte, sql } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { itemEdits, itemHistories } from '@/lib/db/schema/item-edits';
import type { ItemContent } from '@/lib/document/read-item';
import { textOf } from './keep-text';
import type { Stretch } from './stretches';

/** Raise it when `readItem`, `itemsTouched`, `readFixedMoments` or `stretchWith` says something else of the same log. */
export const historyVersion = 3;

/** Content as it is kept. */
export const contentText = (content: ItemContent): string => JSON.stringify(content);
export const contentOf = (text: string): ItemContent => JSON.parse(text) as ItemContent;
/** What an item says before anybody has touched it. */
export const untouched = contentText(null);

/** A text, and how many rows back one is kept whole; `behind` is null while none is kept. */
export interface Known {
  readonly text: string;
  readonly behind: number | null;
}
export const nothingKnown: Known = { text: untouched, behind: null };

/** A stretch with what the item said after it. */
export interface KeptEdit extends Stretch {
  readonly changed: boolean;
  readonly known: Known;
}

/** Up to which update the edits of a document's items are kept; 0 if none are. */
export async function keptUpTo(db: Queryable, scenario: string): Promise<number> {
  const [row] = await db
    .select({ seq: itemHistories.seq })
    .from(itemHistories)
    .where(and(eq(itemHistories.scenarioId, scenario), eq(itemHistories.version, historyVersion)));
  return row?.seq ?? 0;
}

/** The newest edits that are kept of an item, oldest first. @param before only those whose last update comes before this one */
export async function readKeptEdits(db: Queryable, scenario: string, item: string, { most, before = Infinity }: { readonly most: number; readonly before?: number }): Promise<KeptEdit[]> {
  const ofItem = and(eq(itemEdits.scenarioId, scenario), eq(itemEdits.item, item));
  const earlier = Number.isFinite(before) ? and(lt(itemEdits.firstSeq, before), lt(itemEdits.lastSeq, before)) : undefined;
  const newestFirst = await db.select().from(itemEdits).where(and(ofItem, earlier)).orderBy(desc(itemEdits.firstSeq)).limit(most);
  const rows = newestFirst.reverse();
  const [oldest, newest] = [rows[0], rows.at(-1)];
  if (!oldest || !newest) return [];
  const whole = sql`coalesce((select max(first_seq) from item_edits where scenario_id = ${scenario} and item = ${item} and behind = 0 and changed and first_seq <= ${oldest.firstSeq}), 0)`;
  const chain = await db
    .select()
    .from(itemEdits)
    .where(and(ofItem, eq(itemEdits.changed, true), gte(itemEdits.firstSeq, whole), lte(itemEdits.firstSeq, newest.firstSeq)))
    .orderBy(asc(itemEdits.firstSeq));
  let known: Known = nothingKnown;
  let next = 0;
  return rows.map((row) => {
    for (let link = chain[next]; link && link.firstSeq <= row.firstSeq; link = chain[++next]) known = { text: textOf(link, known.text), behind: link.behind };
    const { personId: person, from, to, firstSeq, lastSeq, changed } = row;
    return { person, from, to, firstSeq, lastSeq, changed, known };
  });
}
