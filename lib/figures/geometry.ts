import type { Box } from '@/lib/domain/scenario';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A relation's way from border to border: a quadratic curve that is straight where nothing has to be passed. */
export interface RelationCurve {
  readonly start: Point;
  readonly control: Point;
  readonly end: Point;
}

/** Which of the relations between the same two roles one is; `lanes` is how many there are. */
export interface Lane {
  readonly lane: number;
  readonly lanes: number;
  /** How far the middle is pushed aside besides, to pass what stands in the way. */
  readonly bend?: number;
}

/** Distance between neighbouring lanes, where they are farthest apart. */
const laneGap = 46;

/** Counts the relations between each two roles, in either direction, so that they can be fanned out. */
export function lanesOf(relations: readonly { readonly id: string; readonly source: string; readonly target: string }[]): ReadonlyMap<string, Lane> {
  const between = new Map<string, string[]>();
  for (const { id, source, target } of relations) {
    const pair = [source, target].sort().join(' ');
    const ids = between.get(pair);
    if (ids) ids.push(id);
    else between.set(pair, [id]);
  }
  return new Map([...between.values()].flatMap((ids) => ids.map((id, lane) => [id, { lane, lanes: ids.length }] as const)));
}

/**
 * The curve of a relation between two boxes.
 * @param from the source's box; the same as `to` for a relation of a role with itself, which becomes a loop above it
 */
export function relationCurve(from: Box, to: Box, { lane, lanes, bend = 0 }: Lane = { lane: 0, lanes: 1 }): RelationCurve {
  if (sameBox(from, to)) return loop(from, lane);
  const a = centreOf(from);
  const b = centreOf(to);
  // Seen from the same end for both directions, so that there and back do not lie on each other.
  const forward = a.x < b.x || (a.x === b.x && a.y <= b.y) ? 1 : -1;
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const normal = { x: (-(b.y - a.y) / length) * forward, y: ((b.x - a.x) / length) * forward };
  const offset = (lane - (lanes - 1) / 2) * laneGap;
  // Half of the fanning shifts the ends, half bends the line: short relations stay apart without wild curves.
  const shift = { x: normal.x * offset * 0.5, y: normal.y * offset * 0.5 };
  const start = within(from, { x: a.x + shift.x, y: a.y + shift.y });
  const end = within(to, { x: b.x + shift.x, y: b.y + shift.y });
  const control = { x: (start.x + end.x) / 2 + normal.x * (offset + 2 * bend), y: (start.y + end.y) / 2 + normal.y * (offset + 2 * bend) };
  return { start: borderPoint(from, start, control), control, end: borderPoint(to, end, control) };
}

/** The point at `t` (0 = start, 1 = end) of a curve. */
export function pointAt({ start, control, end }: RelationCurve, t: number): Point {
  const u = 1 - t;
  return { x: u * u * start.x + 2 * u * t * control.x + t * t * end.x, y: u * u * start.y + 2 * u * t * control.y + t * t * end.y };
}

/** The direction of a curve at `t`, of length 1. */
export function directionAt({ start, control, end }: RelationCurve, t: number): Point {
  const x = 2 * (1 - t) * (control.x - start.x) + 2 * t * (end.x - control.x);
  const y = 2 * (1 - t) * (control.y - start.y) + 2 * t * (end.y - control.y);
  const length = Math.hypot(x, y) || 1;
  return { x: x / length, y: y / length };
}

/** The curve as SVG path data. */
export function pathOf({ start, control, end }: RelationCurve): string {
  return `M${short(start.x)} ${short(start.y)}Q${short(control.x)} ${short(control.y)} ${short(end.x)} ${short(end.y)}`;
}

/** A box that holds the whole curve. */
export const curveBounds = ({ start, control, end }: RelationCurve): Box => boundsOfPoints([start, control, end]);

/** The smallest box around points, of which there has to be one at least. */
export function boundsOfPoints(points: readonly Point[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return [left, top, right - left, bottom - top];
}

/** Points along a curve, about `distance` apart. */
export function pointsAlong(curve: RelationCurve, distance = 8): Point[] {
  const reach = Math.hypot(curve.control.x - curve.start.x, curve.control.y - curve.start.y) + Math.hypot(curve.end.x - curve.control.x, curve.end.y - curve.control.y);
  const steps = Math.max(2, Math.min(80, Math.round(reach / distance)));
  return Array.from({ length: steps + 1 }, (_, step) => pointAt(curve, step / steps));
}

/** The corners of an arrow head at the end of a curve: tip first. */
export function arrowHead(curve: RelationCurve, length = 11, width = 9): readonly [Point, Point, Point] {
  const { x, y } = directionAt(curve, 1);
  const base = { x: curve.end.x - x * length, y: curve.end.y - y * length };
  return [curve.end, { x: base.x - (y * width) / 2, y: base.y + (x * width) / 2 }, { x: base.x + (y * width) / 2, y: base.y - (x * width) / 2 }];
}

/** Where the way from a point inside a box to one outside crosses its border; the outside point if the box reaches that far. */
export function borderPoint([x, y, width, height]: Box, inside: Point, outside: Point): Point {
  const dx = outside.x - inside.x;
  const dy = outside.y - inside.y;
  const toSide = dx === 0 ? Infinity : ((dx > 0 ? x + width : x) - inside.x) / dx;
  const toEdge = dy === 0 ? Infinity : ((dy > 0 ? y + height : y) - inside.y) / dy;
  const t = Math.max(0, Math.min(1, toSide, toEdge));
  return { x: inside.x + dx * t, y: inside.y + dy * t };
}

export const centreOf = ([x, y, width, height]: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

/** The smallest box around all; null around nothing. */
export function boundsOf(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y, width, height] of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return [left, top, right - left, bottom - top];
}

export const grownBox = ([x, y, width, height]: Box, by: number): Box => [x - by, y - by, width + 2 * by, height + 2 * by];

/** The area that two boxes share. */
export function overlap(a: Box, b: Box): number {
  // By index: a figure asks this millions of times, and taking boxes apart makes it several times as dear.
  const width = Math.min(a[0] + a[2], b[0] + b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[1] + a[3], b[1] + b[3]) - Math.max(a[1], b[1]);
  return width > 0 && height > 0 ? width * height : 0;
}

export const contains = (box: Box, { x, y }: Point): boolean => x >= box[0] && x <= box[0] + box[2] && y >= box[1] && y <= box[1] + box[3];

/** A coordinate with one decimal at most, for shorter files. */
export const short = (value: number): number => Math.round(value * 10) / 10 + 0;

/** The point, moved into the box if it lies outside or too near its border. */
function within([x, y, width, height]: Box, point: Point, margin = 8): Point {
  const clamp = (value: number, from: number, size: number): number => {
    const inset = Math.min(margin, size / 2);
    return Math.min(from + size - inset, Math.max(from + inset, value));
  };
  return { x: clamp(point.x, x, width), y: clamp(point.y, y, height) };
}

const sameBox = (a: Box, b: Box): boolean => a.every((value, index) => value === b[index]);

function loop([x, y, width]: Box, lane: number): RelationCurve {
  const reach = 64 + lane * laneGap;
  return { start: { x: x + width * 0.35, y }, control: { x: x + width / 2, y: y - reach }, end: { x: x + width * 0.65, y } };
}
