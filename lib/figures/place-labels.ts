import type { Box } from '@/lib/domain/scenario';
import { curveBounds, directionAt, grownBox, overlap, pointAt, pointsAlong, type RelationCurve } from './geometry';
import { PointGrid } from './point-grid';

/** A label that wants a place along its curve. */
export interface UnplacedLabel {
  readonly curve: RelationCurve;
  readonly width: number;
  readonly height: number;
}

const places = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];
/** On the line, or beside it. */
const sides = [0, -1, 1];
/** With more labels than this there is no room that a search would find, only time that it takes. */
const mostSought = 200;
/** Labels up to this height are one line. */
const oneLine = 20;

/**
 * Finds each label a place at its curve: beside or on it, off the roles, off other labels and lines, as near to the
 * middle as can be. Short curves choose first, since they have the least room. Where there are very many, each lies in
 * the middle of its curve.
 * @param obstacles boxes to keep off
 * @returns the labels' boxes, in the order given
 */
export function placeLabels(labels: readonly UnplacedLabel[], obstacles: readonly Box[]): Box[] {
  if (labels.length > mostSought) return labels.map((label) => boxAt(label, 0.5, 0));
  const lines = labels.map(({ curve }) => pointsAlong(curve));
  const grid = new PointGrid(lines);
  const taken: Box[] = [];
  const boxes: Box[] = [];
  const order = labels.map((_, index) => index).sort((a, b) => lines[a]!.length - lines[b]!.length || a - b);
  for (const index of order) {
    const label = labels[index]!;
    const reach = grownBox(curveBounds(label.curve), label.width + label.height);
    const near = [...obstacles, ...taken].filter((box) => overlap(box, reach) > 0);
    let best: { cost: number; box: Box } | undefined;
    for (const t of places)
      for (const side of sides) {
        const box = boxAt(label, t, side);
        const cost = Math.abs(t - 0.5) * 70 + (side ? 4 : 0) + costOf(box, index, grid, near);
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
  const slant = height > oneLine ? 1 - 0.3 * Math.abs(x * y) : 1;
  const away = side * (support * slant + 7);
  // The side is that of the page (above, or to the right), not that of the direction.
  const upwards = x < 0 || (x === 0 && y > 0) ? -1 : 1;
  return [at.x - y * away * upwards - width / 2, at.y + x * away * upwards - height / 2, width, height];
}

function costOf(box: Box, own: number, grid: PointGrid, near: readonly Box[]): number {
  let cost = 0;
  for (const other of near) cost += overlap(box, other) * 0.4;
  for (const line of grid.linesIn(box)) cost += line === own ? 7 : 26;
  return cost;
}
