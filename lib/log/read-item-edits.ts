import { and, eq } from 'drizzle-orm';
import type { Database } from '@/lib/db/client';
import { itemEdits } from '@/lib/db/schema/item-edits';
import type { ItemContent } from '@/lib/document/read-item';
import { itemName, type Item } from '@/lib/domain/items';
import { readFixedMoments } from './fixed-moments';
import { contentOf, contentText, keptUpTo, readKeptEdits, untouched, type KeptEdit } from './kept-edits';
import { readStateUpdates } from './read-document';
import { readUpdatesAfter } from './read-updates-after';
import type { Stretch } from './stretches';
import { findStretches, readContents, type LogPart } from './walk-item';

/** What somebody made of an item in one go: consecutive edits of one person, with pauses of some minutes at most, between which the wording was never fixed. */
export interface ItemEdit {
  /** Null: the system itself (sample content). */
  readonly person: string | null;
  readonly from: Date;
  readonly to: Date;
  /** The last update that belongs to it; the content is that after it. */
  readonly seq: number;
  readonly content: ItemContent;
}

/**
 * Every wording that an item has had, newest first: what is kept of the log, and what follows in the log itself.
 * @param most how many entries at most; the content of older ones is not read
 * @param before only those whose last update comes before this one
 * @returns the entries, and before which sequence number older ones are found; null if there are none
 */
export async function readItemEdits(
  db: Database,
  scenario: string,
  item: Item,
  { most, before = Infinity }: { readonly most: number; readonly before?: number },
): Promise<{ readonly edits: readonly ItemEdit[]; readonly olderThan: number | null }> {
  const { kept, count, part } = await readAtOneMoment(db, scenario, itemName(item), most, before);
  const last = kept.at(-1);
  const found = await findStretches(part, item, last ?? null);
  const goesOn = last !== undefined && found[0]?.firstSeq === last.firstSeq;
  if (goesOn) kept.pop();
  const onlyOne = count + found.length - (goesOn ? 1 : 0) === 1;

  const edits: (Stretch & { readonly changed: boolean; readonly text: string | null })[] = kept.filter(({ lastSeq }) => lastSeq < before).map((edit) => ({ ...edit, text: edit.known.text }));
  const walked = found.filter(({ lastSeq }) => lastSeq < before);
  const needed = walked.slice(-most - 1); // one more, to tell whether the oldest changed anything that can be read
  for (const stretch of walked.slice(0, walked.length - needed.length)) edits.push({ ...stretch, changed: false, text: null });
  for (const [index, content] of (await readContents(part, needed, item)).entries()) {
    const previous = edits.length === 0 ? untouched : edits.at(-1)!.text;
    const text = contentText(content);
    edits.push({ ...needed[index]!, changed: text !== previous, text });
  }

  const wanted = edits.slice(-most);
  // What was only moved, recoloured or typed and taken back again left nothing to be read.
  const shown = wanted.filter(({ changed }) => changed || onlyOne);
  return {
    edits: shown.reverse().map(({ person, from, to, lastSeq, text }) => ({ person, from, to, seq: lastSeq, content: contentOf(text ?? untouched) })),
    olderThan: edits.length > wanted.length ? wanted[0]!.lastSeq : null,
  };
}

/** What is kept, and the log after it, which may grow, and be kept, at the same time. */
function readAtOneMoment(db: Database, scenario: string, item: string, most: number, before: number): Promise<{ kept: KeptEdit[]; count: number; part: LogPart }> {
  return db.transaction(
    async (tx) => {
      const fixed = await readFixedMoments(tx, scenario);
      const seq = await keptUpTo(tx, scenario);
      if (seq === 0) return { kept: [], count: 0, part: { before: [], rows: await readUpdatesAfter(tx, scenario, 0), fixed } };
      const [last] = await readKeptEdits(tx, scenario, item, { most: 1 });
      const older = last !== undefined && before <= last.lastSeq;
      // One more to tell the oldest change from, and one that may go on.
      const kept = await readKeptEdits(tx, scenario, item, { most: most + 2, ...(older && { before }) });
      const count = (await tx.select({ item: itemEdits.item }).from(itemEdits).where(and(eq(itemEdits.scenarioId, scenario), eq(itemEdits.item, item))).limit(2)).length;
      const rows = older ? [] : await readUpdatesAfter(tx, scenario, seq);
      return { kept, count, part: { before: rows.length > 0 ? (await readStateUpdates(tx, scenario, seq)).updates : [], rows, fixed } };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}
