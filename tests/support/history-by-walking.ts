import { sql } from 'drizzle-orm';
import * as Y from 'yjs';
import type { Queryable } from '@/lib/db/client';
import { readItem, type ItemContent } from '@/lib/document/read-item';
import { cellsOf, claimReasonName, entitiesOf, entityKinds, rationaleName, sectionName, stateName, type EntityKind } from '@/lib/document/roots';
import { phases } from '@/lib/domain/phases';
import { itemName, type Item } from '@/lib/domain/items';
import type { ItemEdit } from '@/lib/log/read-item-edits';
import { readUpdatesAfter, type LoggedUpdate } from '@/lib/log/read-updates-after';

/*
 * The history of one item as the whole log tells it, walked twice, with nothing kept: slow, and plain enough to tell whether
 * what is kept says the same.
 */

const kinds = { role: 'roles', relation: 'relations', enterprise: 'enterprises' } as const satisfies Record<string, EntityKind>;
const longestPause = 10 * 60_000;
const lookedAtTogether = 20_000;
const atOnce = 400;

/** What `readItemEdits` is to return. */
export async function historyByWalking(
  db: Queryable,
  scenario: string,
  item: Item,
  { most, before = Infinity }: { readonly most: number; readonly before?: number },
): Promise<{ readonly edits: readonly ItemEdit[]; readonly olderThan: number | null }> {
  const rows = await readUpdatesAfter(db, scenario, 0);
  const { rows: moments } = await db.execute<{ seq: string; item: string | null }>(sql`
    select seq, null as item from snapshots where scenario_id = ${scenario}
    union select edit_seq + step, null from proposals join comments on comments.id = comment_id join threads on threads.id = thread_id, (values (0), (-1)) as steps (step) where scenario_id = ${scenario} and edit_seq is not null
    union select seq, item from positions where scenario_id = ${scenario} and stance is not null
    union select seq, item from judgements where scenario_id = ${scenario} and change is not null`);
  const fixed = { all: moments.map(({ seq }) => Number(seq)), own: moments.filter((each) => each.item === null || each.item === itemName(item)).map(({ seq }) => Number(seq)) };
  const all = findEdits(rows, item, fixed);
  const wanted = all.filter(({ seq }) => seq < before).slice(-most);
  const older = all.indexOf(wanted[0]!);
  // One more, to tell whether the oldest changed anything that can be read.
  const read = readContents(rows, older > 0 ? [all[older - 1]!, ...wanted] : wanted, item);
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
function findEdits(rows: readonly LoggedUpdate[], item: Item, fixed: { readonly all: readonly number[]; readonly own: readonly number[] }): Found[] {
  const doc = new Y.Doc();
  // Yjs makes a root anew when it is first asked for by its kind: what had changed before then would not be it.
  for (const kind of entityKinds) entitiesOf(doc, kind);
  let touched = false;
  doc.on('afterTransaction', (transaction: Y.Transaction) => (touched ||= touchesItem(doc, transaction, item)));
  const found: Found[] = [];
  for (const batch of batchesOf(rows, fixed.all)) {
    touched = false;
    applyAll(doc, batch);
    const [first, last] = [batch[0]!, batch.at(-1)!];
    if (touched) {
      const open = found.at(-1);
      if (open && open.person === first.person && first.at.getTime() - open.to.getTime() <= longestPause && !fixed.own.some((seq) => open.seq <= seq && seq < first.seq)) found[found.length - 1] = { ...open, to: last.at, seq: last.seq };
      else found.push({ person: first.person, from: first.at, to: last.at, seq: last.seq });
    }
  }
  doc.destroy();
  return found;
}

function* batchesOf(rows: readonly LoggedUpdate[], fixed: readonly number[]): Generator<readonly LoggedUpdate[]> {
  let start = 0;
  for (let index = 1; index <= rows.length; index++) {
    const [first, row] = [rows[start]!, rows[index]];
    const belongs = row && row.person === first.person && row.at.getTime() - first.at.getTime() <= lookedAtTogether && index - start < atOnce && !fixed.includes(row.seq - 1);
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

function readContents(rows: readonly LoggedUpdate[], edits: readonly Found[], item: Item): ItemEdit[] {
  const doc = new Y.Doc();
  const read: ItemEdit[] = [];
  let from = 0;
  for (const edit of edits) {
    while (from < rows.length && rows[from]!.seq <= edit.seq) {
      let to = Math.min(from + atOnce, rows.length);
      while (to > from && rows[to - 1]!.seq > edit.seq) to--;
      applyAll(doc, rows.slice(from, to));
      from = to;
    }
    read.push({ ...edit, content: readItem(doc, item) });
  }
  doc.destroy();
  return read;
}

/** True if a transaction changed the item, or something it consists of. */
function touchesItem(doc: Y.Doc, transaction: Y.Transaction, item: Item): boolean {
  for (const [type, keys] of transaction.changed) if (isPartOf(doc, type, keys, item)) return true;
  return false;
}

function isPartOf(doc: Y.Doc, type: Y.AbstractType<Y.YEvent<Y.AbstractType<unknown>>>, keys: ReadonlySet<string | null>, item: Item): boolean {
  const root = (name: string): unknown => doc.share.get(name);
  switch (item.kind) {
    case 'section':
      return isWithin(type, root(sectionName(item.section, item.language)));
    case 'cell':
      return (
        isWithin(type, root(rationaleName(item.enterprise, item.dimension))) ||
        phases.some((phase) => isWithin(type, root(stateName(item.enterprise, item.dimension, phase)))) ||
        (type === (cellsOf(doc) as unknown) && [...keys].some((key) => key?.startsWith(`${item.enterprise}:${item.dimension}:`))) ||
        isEntity(doc, type, keys, 'enterprises', item.enterprise)
      );
    case 'scenario':
      return isWithin(type, root('meta'));
    case 'enterprise':
      return isWithin(type, root(claimReasonName(item.id))) || isEntity(doc, type, keys, 'enterprises', item.id);
    case 'role':
    case 'relation':
      return isEntity(doc, type, keys, kinds[item.kind], item.id);
  }
}

function isEntity(doc: Y.Doc, type: Y.AbstractType<Y.YEvent<Y.AbstractType<unknown>>>, keys: ReadonlySet<string | null>, kind: EntityKind, id: string): boolean {
  const all = entitiesOf(doc, kind);
  return ((type as unknown) === all && keys.has(id)) || isWithin(type, all.get(id));
}

function isWithin(type: unknown, container: unknown): boolean {
  if (!container) return false;
  for (let each = type; each instanceof Y.AbstractType; each = each.parent) if (each === container) return true;
  return false;
}
