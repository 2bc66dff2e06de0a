import { farthest } from '@/lib/domain/bounds';
import type { Box } from '@/lib/domain/scenario';

/** A box that moves, and the others that it must not come to lie on. */
export interface Standing {
  readonly box: Box;
  readonly others: readonly Box[];
}

const gap = 24;
const directions = [
  [0, 1],
  [1, 0],
  [0, -1],
  [-1, 0],
] as const;

/** The least way, straight down, right, up or left, by which boxes that move together come clear of the others; [0, 0] if they are. */
export function clearOf(moving: readonly Standing[]): readonly [x: number, y: number] {
  const ways = directions.map((direction) => wayIn(moving, direction));
  const possible = ways.filter(([x, y]) => moving.every(({ box }) => isWithin([box[0] + x, box[1] + y])));
  return (possible.length ? possible : ways).reduce((best, way) => (lengthOf(way) < lengthOf(best) ? way : best));
}

/** Past whatever is in the way, again and again: each step gets farther, so it ends after at most as many steps as there are boxes. */
function wayIn(moving: readonly Standing[], [dx, dy]: (typeof directions)[number]): readonly [number, number] {
  let by = 0;
  for (;;) {
    const before = by;
    for (const { box, others } of moving)
      for (const other of others) {
        const now: Box = [box[0] + dx * by, box[1] + dy * by, box[2], box[3]];
        if (isTooNear(now, other)) by += Math.max(1, past(now, other, dx, dy));
      }
    if (by === before) return [dx * by + 0, dy * by + 0];
  }
}

function past(box: Box, other: Box, dx: number, dy: number): number {
  if (dx) return dx > 0 ? other[0] + other[2] + gap - box[0] : box[0] + box[2] + gap - other[0];
  return dy > 0 ? other[1] + other[3] + gap - box[1] : box[1] + box[3] + gap - other[1];
}

const isTooNear = (a: Box, b: Box): boolean => a[0] < b[0] + b[2] + gap && b[0] < a[0] + a[2] + gap && a[1] < b[1] + b[3] + gap && b[1] < a[1] + a[3] + gap;
const isWithin = ([x, y]: readonly number[]): boolean => Math.abs(x!) <= farthest && Math.abs(y!) <= farthest;
const lengthOf = ([x, y]: readonly [number, number]): number => Math.abs(x) + Math.abs(y);
