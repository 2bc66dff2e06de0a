import type { TextChange } from './edit-text';

/** What a Y.Text event says happened, in order: keep, put in, take out. */
export type TextDelta = readonly { readonly retain?: number; readonly insert?: unknown; readonly delete?: number }[];

/**
 * Carries a change over what others did meanwhile: `change` was made to a text as it stood before `deltas`, and the
 * result does the same to the text as it stands after them. What others put in stays, even inside the removed range;
 * what both removed is removed once. Used when an input method's composition ends, during which nothing is written.
 * @returns replacements to apply in the given order; the last one holds the insertion
 */
export function carryChange(change: TextChange, deltas: readonly TextDelta[]): TextChange[] {
  let at = change.at;
  let ranges: readonly Range[] = change.remove ? [[change.at, change.at + change.remove]] : [];
  for (const delta of deltas) {
    at = carryPosition(at, delta);
    ranges = carryRanges(ranges, delta);
  }
  const removals = ranges.map(([from, to]) => ({ at: from, remove: to - from, insert: '' })).reverse();
  return change.insert ? [...removals, { at, remove: 0, insert: change.insert }] : removals;
}

/**
 * Where a position of the text before `delta` stands after it. It stays left of what is put in at that very place, so that
 * two people who type at one place don't mix their letters; `after` puts it to the right of that.
 */
export function carryPosition(at: number, delta: TextDelta, side: 'before' | 'after' = 'before'): number {
  let position = at;
  let before = 0;
  let after = 0;
  for (const step of delta) {
    const inserted = lengthOf(step.insert);
    if (inserted) {
      if (before > position || (before === position && side === 'before')) return after;
      after += inserted;
    } else if (step.delete) {
      if (position < before + step.delete && position >= before) {
        if (side === 'before') return after;
        position = before + step.delete;
      }
      before += step.delete;
    } else {
      const kept = step.retain ?? 0;
      if (position < before + kept) return after + position - before;
      before += kept;
      after += kept;
    }
  }
  return after + Math.max(position - before, 0);
}

type Range = readonly [from: number, to: number];

function carryRanges(ranges: readonly Range[], delta: TextDelta): Range[] {
  const carried: Range[] = [];
  let before = 0;
  let after = 0;
  const keep = (length: number): void => {
    for (const [from, to] of ranges) {
      const start = Math.max(from, before);
      const end = Math.min(to, before + length);
      if (start < end) carried.push([after + start - before, after + end - before]);
    }
    before += length;
    after += length;
  };
  for (const step of delta) {
    const inserted = lengthOf(step.insert);
    if (inserted) after += inserted;
    else if (step.delete) before += step.delete;
    else keep(step.retain ?? 0);
  }
  keep(Number.MAX_SAFE_INTEGER);
  return carried.sort((a, b) => a[0] - b[0]);
}

const lengthOf = (insert: unknown): number => (typeof insert === 'string' ? insert.length : insert === undefined ? 0 : 1);
