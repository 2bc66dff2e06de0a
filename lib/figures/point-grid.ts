import type { Box } from '@/lib/domain/scenario';
import { contains, type Point } from './geometry';

const cellSize = 48;
const cellOf = (value: number): number => Math.floor(value / cellSize);
/** One number for both, since strings as keys would cost more than all else. Rows stay far below half of the factor. */
const keyOf = (column: number, row: number): number => column * 1_048_576 + row;

/** Points of lines, found by place: a large network has tens of thousands, and each label asks for those near it. */
export class PointGrid {
  readonly #cells = new Map<number, { readonly point: Point; readonly line: number }[]>();

  /** @param lines the points of each line */
  constructor(lines: readonly (readonly Point[])[]) {
    lines.forEach((points, line) => {
      for (const point of points) {
        const key = keyOf(cellOf(point.x), cellOf(point.y));
        const cell = this.#cells.get(key);
        if (cell) cell.push({ point, line });
        else this.#cells.set(key, [{ point, line }]);
      }
    });
  }

  /** For each point inside the box, the line that it belongs to. */
  *linesIn(box: Box): Generator<number> {
    const [x, y, width, height] = box;
    for (let column = cellOf(x); column <= cellOf(x + width); column++)
      for (let row = cellOf(y); row <= cellOf(y + height); row++)
        for (const { point, line } of this.#cells.get(keyOf(column, row)) ?? []) if (contains(box, point)) yield line;
  }

  count(box: Box): number {
    let points = 0;
    for (const _ of this.linesIn(box)) points++;
    return points;
  }

  hasIn(box: Box): boolean {
    return !this.linesIn(box).next().done;
  }
}
