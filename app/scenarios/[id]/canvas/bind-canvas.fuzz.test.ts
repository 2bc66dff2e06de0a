import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLab, type Lab, type OpenLab } from './testing/open-lab';

declare const lab: Lab;

const seeds = Number(process.env.CANVAS_SEEDS ?? 1_000);
const operations = 50;
let opened: OpenLab;

beforeAll(async () => {
  opened = await openLab();
}, 60_000);
afterAll(() => opened?.close());

describe('the binding of canvas and document, at random', () => {
  it(`ends ${seeds} seeds with store = projection = every other client, nothing lost, nothing written for others`, { timeout: 600_000 }, async () => {
    const pages = [opened.page, await opened.newPage()];
    const problems = await Promise.all(
      pages.map((page, index) =>
        page.evaluate(([numbers, count]) => lab.runSeeds(numbers, { operations: count }), [
          Array.from({ length: seeds }, (_, seed) => seed).filter((seed) => Math.floor(seed / 2) % pages.length === index),
          operations,
        ] as const),
      ),
    );
    expect(problems.flat()).toEqual([]);
  });

  it('notices if nothing is flushed before a merge', { timeout: 120_000 }, async () => {
    const problems = await opened.page.evaluate((count) => lab.runSeeds([0, 1, 2, 3, 4, 5, 6, 7], { operations: count, flushBeforeMerge: false }), operations);
    expect(problems.join('\n')).toContain('lost its move');
  });
});
