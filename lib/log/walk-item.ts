import { itemsTouched } from '@/lib/document/items-touched';
import { readItem, type ItemContent } from '@/lib/document/read-item';
import { itemName, type Item } from '@/lib/domain/items';
import type { FixedMoments } from './fixed-moments';
import type { LoggedUpdate } from './read-updates-after';
import { applyAll, applyInTurns, emptyReplay, giveWay } from './replay';
import { atOnce, batchesOf, stretchWith, type Stretch } from './stretches';

/** A part of a log: what is known of it, and what follows. */
export interface LogPart {
  /** The updates that make up the state before it. */
  readonly before: readonly Uint8Array[];
  readonly rows: readonly LoggedUpdate[];
  readonly fixed: FixedMoments;
}

/**
 * Which stretches of a part of the log changed an item.
 * @param open the item's last stretch before it; where that goes on, it is the first of the result
 */
export async function findStretches({ before, rows, fixed }: LogPart, item: Item, open: Stretch | null): Promise<Stretch[]> {
  if (rows.length === 0) return [];
  const doc = emptyReplay();
  await applyInTurns(doc, before);
  const name = itemName(item);
  let touched = false;
  doc.on('afterTransaction', (transaction) => (touched ||= itemsTouched(doc, transaction).has(name)));
  const found: Stretch[] = [];
  let done = 0;
  for (const batch of batchesOf(rows, fixed)) {
    touched = false;
    applyAll(doc, batch.map(({ update }) => update));
    if (touched) {
      const last = found.at(-1) ?? open;
      const stretch = stretchWith(last, batch, fixed.of(name));
      if (found.length > 0 && stretch.firstSeq === last?.firstSeq) found.pop();
      found.push(stretch);
    }
    done += batch.length;
    if (done >= atOnce) {
      done = 0;
      await giveWay();
    }
  }
  doc.destroy();
  return found;
}

/** What the item said after each of these stretches. */
export async function readContents({ before, rows }: LogPart, stretches: readonly Stretch[], item: Item): Promise<ItemContent[]> {
  if (stretches.length === 0) return [];
  const doc = emptyReplay();
  await applyInTurns(doc, before);
  const contents: ItemContent[] = [];
  let from = 0;
  for (const { lastSeq } of stretches) {
    let to = from;
    while (to < rows.length && rows[to]!.seq <= lastSeq) to++;
    await applyInTurns(doc, rows.slice(from, to).map(({ update }) => update));
    from = to;
    contents.push(readItem(doc, item));
  }
  doc.destroy();
  return contents;
}
