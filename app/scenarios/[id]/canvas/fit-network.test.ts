import { describe, expect, it } from 'vitest';
import { cameraFor, leastAtFirst } from './fit-network';

const screen = { w: 1000, h: 600 };
const legend = { width: 200, height: 240 };
const seen = ({ x, y, z }: ReturnType<typeof cameraFor>, bounds: { x: number; y: number; w: number; h: number }) => ({ left: (bounds.x + x) * z, top: (bounds.y + y) * z, right: (bounds.x + bounds.w + x) * z, bottom: (bounds.y + bounds.h + y) * z });

describe('the view of a whole network', () => {
  it('is never larger than life, and keeps off legend and tools', () => {
    const bounds = { x: -300, y: 40, w: 600, h: 300 };
    const camera = cameraFor(bounds, screen, legend, 0);
    expect(camera.z).toBe(1);
    const { left, top, right, bottom } = seen(camera, bounds);
    expect(left).toBeGreaterThanOrEqual(legend.width);
    expect(right).toBeLessThanOrEqual(screen.w);
    expect(top).toBeGreaterThan(50);
    expect(bottom).toBeLessThanOrEqual(screen.h - 56);
  });

  it('stands above the legend where that shows more', () => {
    const bounds = { x: 0, y: 0, w: 900, h: 100 };
    const { left, bottom } = seen(cameraFor(bounds, screen, legend, 0), bounds);
    expect(left).toBeLessThan(legend.width);
    expect(bottom).toBeLessThanOrEqual(screen.h - legend.height);
  });

  it('begins at the upper left if it would have to be too small to read', () => {
    const bounds = { x: 100, y: 100, w: 8_000, h: 200 };
    const camera = cameraFor(bounds, screen, legend, leastAtFirst);
    expect(camera.z).toBe(leastAtFirst);
    expect(seen(camera, bounds).left).toBeCloseTo(32);
  });
});
