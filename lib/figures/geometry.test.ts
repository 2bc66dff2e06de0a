import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '@/lib/domain/scenario';
import { arrowHead, borderPoint, boundsOf, centreOf, contains, directionAt, grownBox, lanesOf, overlap, pathOf, pointAt, relationCurve } from './geometry';

const a: Box = [0, 0, 100, 60];
const b: Box = [300, 0, 100, 60];

const anyBox = fc
  .tuple(fc.integer({ min: -2_000, max: 2_000 }), fc.integer({ min: -2_000, max: 2_000 }), fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }))
  .map((parts): Box => parts);
const onBorder = ([x, y, width, height]: Box, point: { x: number; y: number }): boolean =>
  contains(grownBox([x, y, width, height], 1e-6), point) &&
  [point.x - x, point.x - x - width, point.y - y, point.y - y - height].some((distance) => Math.abs(distance) < 1e-6);

describe('the curve of a relation', () => {
  it('runs straight from border to border where it is alone', () => {
    expect(relationCurve(a, b)).toEqual({ start: { x: 100, y: 30 }, control: { x: 200, y: 30 }, end: { x: 300, y: 30 } });
  });

  it('touches the borders of both boxes wherever they stand apart', () => {
    fc.assert(
      fc.property(anyBox, anyBox, fc.integer({ min: 0, max: 3 }), (from, to, lane) => {
        fc.pre(overlap(grownBox(from, 30), grownBox(to, 30)) === 0);
        const curve = relationCurve(from, to, { lane, lanes: 4 });
        if (!contains(from, curve.control)) expect(onBorder(from, curve.start)).toBe(true);
        if (!contains(to, curve.control)) expect(onBorder(to, curve.end)).toBe(true);
      }),
    );
  });

  it('is finite whatever the boxes', () => {
    fc.assert(
      fc.property(anyBox, anyBox, (from, to) => {
        expect(pathOf(relationCurve(from, to))).not.toMatch(/NaN|Infinity/);
      }),
    );
    expect(pathOf(relationCurve(a, a))).not.toMatch(/NaN|Infinity/);
  });

  it('keeps there and back apart', () => {
    const lanes = lanesOf([
      { id: 'there', source: 'a', target: 'b' },
      { id: 'back', source: 'b', target: 'a' },
    ]);
    const there = pointAt(relationCurve(a, b, lanes.get('there')), 0.5);
    const back = pointAt(relationCurve(b, a, lanes.get('back')), 0.5);
    expect(Math.abs(there.y - back.y)).toBeGreaterThanOrEqual(40);
  });

  it('loops above a role that supplies itself', () => {
    const { start, end } = relationCurve(a, a);
    expect(pointAt(relationCurve(a, a), 0.5).y).toBeLessThan(0);
    expect(start.x).toBeLessThan(end.x);
  });

  it('bends to the side asked for', () => {
    const up = pointAt(relationCurve(a, b, { lane: 0, lanes: 1, bend: -50 }), 0.5);
    const down = pointAt(relationCurve(a, b, { lane: 0, lanes: 1, bend: 50 }), 0.5);
    expect(down.y - up.y).toBeGreaterThan(80);
  });
});

it('points the arrow along the end of its curve', () => {
  const curve = relationCurve(a, b);
  expect(directionAt(curve, 1)).toEqual({ x: 1, y: 0 });
  const [tip, left, right] = arrowHead(curve, 10, 8);
  expect(tip).toEqual({ x: 300, y: 30 });
  expect([left, right]).toEqual([
    { x: 290, y: 34 },
    { x: 290, y: 26 },
  ]);
});

it('finds borders, bounds and overlaps', () => {
  expect(borderPoint(a, centreOf(a), { x: 50, y: 500 })).toEqual({ x: 50, y: 60 });
  expect(borderPoint(a, centreOf(a), { x: 60, y: 31 })).toEqual({ x: 60, y: 31 });
  expect(boundsOf([a, b])).toEqual([0, 0, 400, 60]);
  expect(boundsOf([])).toBeNull();
  expect(overlap(a, [50, 30, 100, 100])).toBe(1_500);
  expect(overlap(a, b)).toBe(0);
});
