import { describe, expect, it } from 'vitest';
import { cameraFor, leastAtFirst } from './fit-network';

const screen = { w: 1000, h: 600 };
const legend = { width: 200, height: 240 };
const zoom = { width: 240, height: 44 };
const corners = { legend, zoom };
const seen = ({ x, y, z }: ReturnType<typeof cameraFor>, bounds: { x: number; y: number; w: number; h: number }) => ({ left: (bounds.x + x) * z, top: (bounds.y + y) * z, right: (bounds.x + bounds.w + x) * z, bottom: (bounds.y + bounds.h + y) * z });

describe('the view of a whole network', () => {
  it('is never larger than life, and keeps off legend and tools', () => {
    const bounds = { x: -300, y: 40, w: 600, h: 300 };
    const camera = cameraFor(bounds, screen, corners, 0);
    expect(camera.z).toBe(1);
    const { left, top, right, bottom } = seen(camera, bounds);
    expect(left).toBeGreaterThanOrEqual(legend.width);
    expect(right).toBeLessThanOrEqual(screen.w);
    expect(top).toBeGreaterThan(50);
    expect(bottom).toBeLessThanOrEqual(screen.h - 56);
  });

  it('stands above the legend where that shows more', () => {
    const bounds = { x: 0, y: 0, w: 900, h: 100 };
    const { left, bottom } = seen(cameraFor(bounds, screen, corners, 0), bounds);
    expect(left).toBeLessThan(legend.width);
    expect(bottom).toBeLessThanOrEqual(screen.h - legend.height);
  });

  it('begins at the upper left if it would have to be too small to read', () => {
    const bounds = { x: 100, y: 100, w: 8_000, h: 200 };
    const camera = cameraFor(bounds, screen, corners, leastAtFirst);
    expect(camera.z).toBe(leastAtFirst);
    expect(seen(camera, bounds).left).toBeCloseTo(32);
  });

  it('keeps off a zoom bar that stands higher than the tools', () => {
    const bounds = { x: 0, y: 0, w: 300, h: 800 };
    const { left, right, bottom } = seen(cameraFor(bounds, { w: 500, h: 600 }, { legend, zoom: { width: 150, height: 108 } }, 0), bounds);
    expect(left).toBeGreaterThanOrEqual(legend.width);
    expect(right <= 500 - 150 || bottom <= 600 - 108).toBe(true);
  });

  it('takes the room above that toolbars will need rather than be too small to read or under the tools', () => {
    const bounds = { x: 0, y: 0, w: 400, h: 430 };
    const camera = cameraFor(bounds, { w: 1280, h: 359 }, corners, leastAtFirst);
    const { top, bottom } = seen(camera, bounds);
    expect(camera.z).toBeGreaterThanOrEqual(leastAtFirst);
    expect(top).toBeGreaterThanOrEqual(16);
    expect(bottom).toBeLessThan(359 - 55.9);
  });

  it('is a little smaller than one would like rather than under the tools', () => {
    const bounds = { x: 0, y: 0, w: 610, h: 472 };
    const camera = cameraFor(bounds, { w: 919, h: 337 }, corners, leastAtFirst);
    expect(camera.z).toBeGreaterThan(0.54);
    expect(seen(camera, bounds).bottom).toBeLessThanOrEqual(337 - 55.9);
  });

  it('moves notes that run down at the right off the zoom bar, if the network keeps its room', () => {
    const bounds = { x: 0, y: 0, w: 600, h: 430 };
    const notes = { x: 700, y: 0, w: 240, h: 900 };
    const screenOfA = { w: 1280, h: 359 };
    const camera = cameraFor(bounds, screenOfA, corners, leastAtFirst, notes);
    expect(seen(camera, notes).right).toBeLessThanOrEqual(1280 - zoom.width);
    expect(seen(camera, bounds).left).toBeGreaterThanOrEqual(legend.width);
    // Where there is no such room, the network stays in the middle.
    const farther = { ...notes, w: 900 };
    expect(cameraFor(bounds, screenOfA, corners, leastAtFirst, farther)).toEqual(cameraFor(bounds, screenOfA, corners, leastAtFirst));
  });
});
