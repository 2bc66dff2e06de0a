import type { Box } from '@/lib/domain/scenario';
import { contains, directionAt, overlap, pointAt, pointsAlong, type Point, type RelationCurve } from './geometry';

/** A label that wants a place along its curve. */
export interface UnplacedLabel {
  readonly curve: RelationCurve;
  readonly width: number;
  readonly height: number;
}

const places = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];
/** On the line, or beside it. */
const sides = [0, -1, 1];
/** Labels up to this height are one line. */
const oneLine = 20;

/**
 * Finds each label a place at its curve: beside or on it, off the roles, off other labels and lines, as near to the
 * middle as can be. Short curves choose first, since they have the least room.
 * @param obstacles boxes to keep off
 * @returns the labels' boxes, in the order given
 */
export function placeLabels(labels: readonly UnplacedLabel[], obstacles: readonly Box[]): Box[] {
  const lines = labels.map(({ curve }) => pointsAlong(curve));
  const taken: Box[] = [];
  const boxes: Box[] = [];
  const order = labels.map((_, index) => index).sort((a, b) => lines[a]!.length - lines[b]!.length || a - b);
  for (const index of order) {
    const label = labels[index]!;
    let best: { cost: number; box: Box } | undefined;
    for (const t of places)
      for (const side of sides) {
        const box = boxAt(label, t, side);
        const cost = Math.abs(t - 0.5) * 70 + (side ? 4 : 0) + costOf(box, index, lines, obstacles, taken);
        if (!best || cost < best.cost) best = { cost, box };
      }
    boxes[index] = best!.box;
    taken.push(best!.box);
  }
  return boxes;
}

function boxAt({ curve, width, height }: UnplacedLabel, t: number, side: number): Box {
  const at = pointAt(curve, t);
  const { x, y } = directionAt(curve, t);
  const support = (Math.abs(y) * width) / 2 + (Math.abs(x) * height) / 2;
  // Beside a slanting line only a corner of the box comes near, and corners of several centred lines are empty.
  const slant = height > oneLine ? 1 - 0.5 * Math.abs(x * y) : 1;
  const away = side * (support * slant + 5);
  // The side is that of the page (above, or to the right), not that of the direction.
  const upwards = x < 0 || (x === 0 && y > 0) ? -1 : 1;
  return [at.x - y * away * upwards - width / 2, at.y + x * away * upwards - height / 2, width, height];
}

function costOf(box: Box, own: number, lines: readonly (readonly Point[])[], obstacles: readonly Box[], taken: readonly Box[]): number {
  let cost = 0;
  for (const obstacle of obstacles) cost += overlap(box, obstacle) * 0.4;
  for (const other of taken) cost += overlap(box, other) * 0.4;
  lines.forEach((points, index) => {
    const weight = index === own ? 7 : 26;
    for (const point of points) if (contains(box, point)) cost += weight;
  });
  return cost;
}
