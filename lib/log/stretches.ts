import { isFixedBetween, type FixedMoments } from './fixed-moments';
import type { LoggedUpdate } from './read-updates-after';

/** Consecutive edits of an item by one person, with pauses of some minutes at most, between which its wording was never fixed. */
export interface Stretch {
  /** Null: the system itself (sample content). */
  readonly person: string | null;
  readonly from: Date;
  readonly to: Date;
  readonly firstSeq: number;
  /** The last update that belongs to it; its content is that after it. */
  readonly lastSeq: number;
}

/** Longer pauses begin a new stretch. */
const longestPause = 10 * 60_000;
/** Updates of one person within so short a time are looked at together: a transaction for each would take ten times as long. */
const lookedAtTogether = 20_000;
/** By then, nothing more comes that is looked at together with an update: it has been stored long since. */
export const closedAfter = 3 * lookedAtTogether;
/** So many updates are applied before others of the process get their turn. */
export const atOnce = 400;

/** Updates of one person that are looked at together. Where a batch ends depends on nothing but where the first one begins, and on what was fixed. */
export type Batch = readonly [LoggedUpdate, ...LoggedUpdate[]];

export function* batchesOf(rows: readonly LoggedUpdate[], fixed: FixedMoments): Generator<Batch> {
  let start = 0;
  for (let index = 1; index <= rows.length; index++) {
    const [first, row] = [rows[start]!, rows[index]];
    const belongs = row && row.person === first.person && row.at.getTime() - first.at.getTime() <= lookedAtTogether && index - start < atOnce && !isFixedBetween(fixed.all, rows[index - 1]!.seq, row.seq);
    if (belongs) continue;
    yield rows.slice(start, index) as [LoggedUpdate, ...LoggedUpdate[]];
    start = index;
  }
}

/**
 * The stretch to which a batch that changed the item belongs: the one before, if it goes on, or one of its own.
 * @param fixed the moments that concern the item
 */
export function stretchWith(before: Stretch | null | undefined, batch: Batch, fixed: readonly number[]): Stretch {
  const [first, last] = [batch[0], batch.at(-1)!];
  const goesOn = before && before.person === first.person && first.at.getTime() - before.to.getTime() <= longestPause && !isFixedBetween(fixed, before.lastSeq, first.seq);
  return goesOn ? { ...before, to: last.at, lastSeq: last.seq } : { person: first.person, from: first.at, to: last.at, firstSeq: first.seq, lastSeq: last.seq };
}
