import * as Y from 'yjs';
import type { Queryable } from '@/lib/db/client';
import { readItem, touchesItem, type ItemContent } from '@/lib/document/read-item';
import { entitiesOf, entityKinds } from '@/lib/document/roots';
import type { Item } from '@/lib/domain/items';
import { readUpdatesAfter, type LoggedUpdate } from './read-updates-after';

/** What somebody made of an item in one go: consecutive edits of one person, with pauses of some minutes at most. */
export interface ItemEdit {
  /** Null: the system itself (sample content). */
  readonly person: string | null;
  readonly from: Date;
  readonly to: Date;
  /** The last update that belongs to it; the content is that after it. */
  readonly seq: number;
  readonly content: ItemContent;
}

/** Longer pauses begin a new entry. */
const longestPause = 10 * 60_000;
/** Updates of one person within so short a time are looked at together: a transaction for each would take ten times as long. */
const lookedAtTogether = 20_000;
/** So many updates are applied before others of the process get their turn. */
const atOnce = 400;

/**
 * Every wording that an item has had, out of the log, newest first.
 * @param most how many entries at most; the content of older ones is not read
 * @param before only those whose last update comes before this one
 * @returns the entries, and before which sequence number older ones are found; null if there are none
 */
export async function walkItem(
  db: Queryable,
  scenario: string,
  item: Item,
  { most, before = Infinity }: { readonly most: number; readonly before?: number },
): Promise<{ readonly edits: readonly ItemEdit[]; readonly olderThan: number | null }> {
  const rows = await readUpdatesAfter(db, scenario, 0);
  const all = await findEdits(rows, item);
  const wanted = all.filter(({ seq }) => seq < before).slice(-most);
  const older = all.indexOf(wanted[0]!);
  // One more, to tell whether the oldest changed anything that can be read.
  const read = await readContents(rows, older > 0 ? [all[older - 1]!, ...wanted] : wanted, item);
  const edits: ItemEdit[] = [];
  read.forEach((edit, index) => {
    if (older > 0 && index === 0) return;
    const last = index > 0 ? read[index - 1]!.content : null;
    // What was only moved, recoloured or typed and taken back again left nothing to be read.
    if (index === 0 ? edit.content !== null || all.length === 1 : !isSame(last, edit.content)) edits.push(edit);
  });
  return { edits: edits.reverse(), olderThan: older > 0 ? wanted[0]!.seq : null };
}

const isSame = (a: ItemContent, b: ItemContent): boolean => JSON.stringify(a) === JSON.stringify(b);

type Found = Omit<ItemEdit, 'content'>;

/** Which stretches of the log changed the item. */
async function findEdits(rows: readonly LoggedUpdate[], item: Item): Promise<Found[]> {
  const doc = new Y.Doc();
  // Yjs makes a root anew when it is first asked for by its kind: what had changed before then would not be it.
  for (const kind of entityKinds) entitiesOf(doc, kind);
  let touched = false;
  doc.on('afterTransaction', (transaction: Y.Transaction) => (touched ||= touchesItem(doc, transaction, item)));
  const found: Found[] = [];
  let done = 0;
  for (const batch of batchesOf(rows)) {
    touched = false;
    applyAll(doc, batch);
    const [first, last] = [batch[0]!, batch.at(-1)!];
    if (touched) {
      const open = found.at(-1);
      if (open && open.person === first.person && first.at.getTime() - open.to.getTime() <= longestPause) found[found.length - 1] = { ...open, to: last.at, seq: last.seq };
      else found.push({ person: first.person, from: first.at, to: last.at, seq: last.seq });
    }
    done += batch.length;
    if (done >= atOnce) {
      done = 0;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  doc.destroy();
  return found;
}

function* batchesOf(rows: readonly LoggedUpdate[]): Generator<readonly LoggedUpdate[]> {
  let start = 0;
  for (let index = 1; index <= rows.length; index++) {
    const [first, row] = [rows[start]!, rows[index]];
    const belongs = row && row.person === first.person && row.at.getTime() - first.at.getTime() <= lookedAtTogether && index - start < atOnce;
    if (belongs) continue;
    yield rows.slice(start, index);
    start = index;
  }
}

function applyAll(doc: Y.Doc, rows: readonly LoggedUpdate[]): void {
  doc.transact(() => {
    for (const { update } of rows) Y.applyUpdate(doc, update);
  });
}

async function readContents(rows: readonly LoggedUpdate[], edits: readonly Found[], item: Item): Promise<ItemEdit[]> {
  const doc = new Y.Doc();
  const read: ItemEdit[] = [];
  let from = 0;
  for (const edit of edits) {
    while (from < rows.length && rows[from]!.seq <= edit.seq) {
      let to = Math.min(from + atOnce, rows.length);
      while (to > from && rows[to - 1]!.seq > edit.seq) to--;
      applyAll(doc, rows.slice(from, to));
      from = to;
      await new Promise((resolve) => setImmediate(resolve));
    }
    read.push({ ...edit, content: readItem(doc, item) });
  }
  doc.destroy();
  return read;
}
