import type * as Y from 'yjs';
import type { itemEdits } from '@/lib/db/schema/item-edits';
import { itemsTouched } from '@/lib/document/items-touched';
import { readItem } from '@/lib/document/read-item';
import { parseItemName } from '@/lib/domain/items';
import type { FixedMoments } from './fixed-moments';
import { keepText } from './keep-text';
import { contentText, nothingKnown, type KeptEdit, type Known } from './kept-edits';
import { applyAll, applyInTurns, emptyReplay } from './replay';
import { stretchWith, type Batch, type Stretch } from './stretches';

/** A row of `item_edits` of one document. */
export type EditRow = Omit<typeof itemEdits.$inferInsert, 'scenarioId'>;

/** An item's last stretch; what the item said before it, and says after it. */
interface ItemState {
  readonly stretch: Stretch | null;
  readonly before: Known;
  readonly after: Known;
}

interface ReplayParts {
  /** The last two edits that are kept of an item, oldest first. */
  readonly last: (item: string) => Promise<KeptEdit[]>;
  /** Asked after some milliseconds of work. */
  readonly giveWay: () => Promise<void>;
}

/** Milliseconds of work after which others get their turn. */
const longestWork = 8;

/** Replays a log and notes what each batch of updates makes of every item. */
export class Replay {
  private readonly items = new Map<string, ItemState>();
  private changed = new Map<string, EditRow>();
  private touched = new Set<string>();
  private working = performance.now();

  private constructor(
    readonly doc: Y.Doc,
    private readonly parts: ReplayParts,
  ) {
    doc.on('afterTransaction', (transaction: Y.Transaction) => itemsTouched(doc, transaction).forEach((name) => this.touched.add(name)));
  }

  /** @param updates what makes up the state up to which the items' edits are kept */
  static async after(updates: readonly Uint8Array[], parts: ReplayParts): Promise<Replay> {
    const doc = emptyReplay();
    await applyInTurns(doc, updates);
    return new Replay(doc, parts);
  }

  /** Goes on by one batch. */
  async take(batch: Batch, fixed: FixedMoments): Promise<void> {
    this.touched = new Set();
    applyAll(this.doc, batch.map(({ update }) => update));
    await this.rest();
    for (const name of this.touched) {
      this.note(name, this.items.get(name) ?? (await this.load(name)), batch, fixed);
      await this.rest();
    }
  }

  /** The rows that are new or other since it was last asked. */
  changedRows(): EditRow[] {
    const rows = [...this.changed.values()];
    this.changed = new Map();
    return rows;
  }

  private note(name: string, last: ItemState, batch: Batch, fixed: FixedMoments): void {
    const item = parseItemName(name);
    if (!item) return;
    const stretch = stretchWith(last.stretch, batch, fixed.of(name));
    const before = stretch.firstSeq === last.stretch?.firstSeq ? last.before : last.after;
    const text = contentText(readItem(this.doc, item));
    const changed = text !== before.text;
    const kept = changed ? keepText(text, before.behind === null ? null : { text: before.text, behind: before.behind }) : { behind: 0, head: 0, tail: 0, middle: '' };
    this.items.set(name, { stretch, before, after: changed ? { text, behind: kept.behind } : before });
    const { person: personId, ...times } = stretch;
    this.changed.set(`${name} ${stretch.firstSeq}`, { item: name, personId, ...times, changed, ...kept });
  }

  private async load(name: string): Promise<ItemState> {
    const [last, one] = (await this.parts.last(name)).reverse();
    return { stretch: last ?? null, before: one?.known ?? nothingKnown, after: last?.known ?? nothingKnown };
  }

  private async rest(): Promise<void> {
    if (performance.now() - this.working < longestWork) return;
    await this.parts.giveWay();
    this.working = performance.now();
  }
}
