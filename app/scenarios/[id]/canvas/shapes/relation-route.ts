/*
 * Where a relation runs: from the border of one role to the border of another, as a gentle curve. Relations between the
 * same two roles are fanned out to both sides of the straight line, so that none covers another or its label.
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}
export interface Route {
  /** From border to border, close enough for drawing and for hit tests. */
  readonly points: readonly Point[];
  /** Where the label's middle is. */
  readonly label: Point;
}
export interface RouteRequest {
  readonly source: Rect;
  readonly target: Rect;
  readonly lane: number;
  readonly lanes: number;
  /** True if the relation runs against the direction from which lanes are counted (by the smaller role id). */
  readonly reversed: boolean;
  /** A relation of a role with itself runs as a loop. */
  readonly isLoop?: boolean;
}

/** How far apart the middles of neighbouring lanes are. */
export const laneGap = 52;
const samples = 32;
/** Room between a role's border and the tip of an arrow. */
const clearance = 3;

export function routeRelation({ source, target, lane, lanes, reversed, isLoop = false }: RouteRequest): Route {
  if (isLoop) return routeLoop(source, lane);
  const from = middle(source);
  const to = middle(target);
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const shift = (lane - (lanes - 1) / 2) * laneGap * (reversed ? -1 : 1);
  // A quadratic curve passes at half of its control point's distance.
  const across = { x: (-(to.y - from.y) / length) * shift * 2, y: ((to.x - from.x) / length) * shift * 2 };
  const control = { x: (from.x + to.x) / 2 + across.x, y: (from.y + to.y) / 2 + across.y };
  const at = (t: number): Point => ({
    x: (1 - t) ** 2 * from.x + 2 * t * (1 - t) * control.x + t ** 2 * to.x,
    y: (1 - t) ** 2 * from.y + 2 * t * (1 - t) * control.y + t ** 2 * to.y,
  });
  const start = crossing(at, 0, 0.5, (point) => !isIn(point, grown(source, clearance)));
  const end = crossing(at, 1, 0.5, (point) => !isIn(point, grown(target, clearance)));
  const points = Array.from({ length: samples + 1 }, (_, index) => at(start + ((end - start) * index) / samples));
  return { points, label: at((start + end) / 2) };
}

function routeLoop({ x, y, width }: Rect, lane: number): Route {
  const reach = 56 + lane * laneGap;
  const right = x + width - 18;
  const left = x + width - 66;
  const top = y - clearance;
  const at = (t: number): Point => ({
    x: (1 - t) ** 3 * left + 3 * t * (1 - t) ** 2 * (left - 26) + 3 * t ** 2 * (1 - t) * (right + 26) + t ** 3 * right,
    y: top - 3 * t * (1 - t) * reach,
  });
  return { points: Array.from({ length: samples + 1 }, (_, index) => at(index / samples)), label: at(0.5) };
}

/** The first parameter on the way from `from` to `to` at which `isOut` holds. */
function crossing(at: (t: number) => Point, from: number, to: number, isOut: (point: Point) => boolean): number {
  if (!isOut(at(to))) return to;
  let [inside, outside] = [from, to];
  for (let step = 0; step < 18; step++) {
    const halfway = (inside + outside) / 2;
    if (isOut(at(halfway))) outside = halfway;
    else inside = halfway;
  }
  return outside;
}

export const middle = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 });
const isIn = (point: Point, { x, y, width, height }: Rect): boolean =>
  point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
const grown = ({ x, y, width, height }: Rect, by: number): Rect => ({ x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by });

/** The two wings of an arrow's head at the end of a line. */
export function arrowHead(points: readonly Point[], size: number): readonly [Point, Point, Point] {
  const tip = points.at(-1) ?? { x: 0, y: 0 };
  const before = [...points].reverse().find((point) => Math.hypot(point.x - tip.x, point.y - tip.y) > size) ?? points[0] ?? tip;
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
  const wing = (turn: number): Point => ({ x: tip.x - size * Math.cos(angle + turn), y: tip.y - size * Math.sin(angle + turn) });
  return [wing(0.45), tip, wing(-0.45)];
}
