import { cpus } from 'node:os';
import type { Page } from '@playwright/test';
import { exportScenario } from '@/lib/exchange/export-scenario';
import { expect, test } from '../support/e2e';
import { largeScenario } from '../support/large-scenario';

const openings = 7;
const drags = 40;
/** ms; people do not drag without a pause, and what a drag sets off on the page must not count for the next. */
const pauseBetweenDrags = 700;
/** Roles that stand on the screen at first sight, with room beside them. */
const visible = ['role:r1', 'role:r2', 'role:r3', 'role:r9', 'role:r10'] as const;

test('a scenario of 60 roles, 120 relations and 3,000 words: opening it, and seeing a drag on the other screen', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: { ...exportScenario(largeScenario({ roles: 60, relations: 120, words: 3_000 })).scenario } });
  const readable: number[] = [];
  const editable: number[] = [];
  const canvas: number[] = [];
  for (let opening = 0; opening <= openings; opening++) {
    const times = await open(asAnna, id);
    if (opening === 0) continue; // the server's and the browser's first time is not what people feel every day
    readable.push(times.readable);
    editable.push(times.editable);
    canvas.push(times.canvas);
  }
  await open(asLi, id);
  for (const page of [asAnna, asLi]) await watchLongTasks(page);

  const delays: number[] = [];
  const longest: { readonly here: number[]; readonly there: number[] } = { here: [], there: [] };
  for (let drag = 0; drag < drags; drag++) {
    await asAnna.waitForTimeout(pauseBetweenDrags);
    for (const page of [asAnna, asLi]) await longestTask(page); // what came before does not count
    delays.push(await dragAndWatch(asAnna, asLi, visible[drag % visible.length]!, drag % 2 ? -40 : 40));
    longest.here.push(await longestTask(asAnna));
    longest.there.push(await longestTask(asLi));
  }

  process.stdout.write(
    [
      '',
      `machine: ${cpus().length} × ${cpus()[0]?.model}, ${new Date().toISOString().slice(0, 10)}, Node ${process.version}`,
      row('figure and wording readable after (ms)', readable),
      row('first edit possible in table and text after (ms)', editable),
      row('first edit possible on the canvas after (ms)', canvas),
      row('pointer-up to visible on the other screen (ms)', delays),
      row('longest task of the page during such a drag, where it is made (ms; 0: none over 50)', longest.here),
      row('longest task of the page during such a drag, where it is seen (ms; 0: none over 50)', longest.there),
      '',
    ].join('\n'),
  );
});

/** Opens the page anew and says, in ms since the navigation began, when it could be read and edited. */
async function open(page: Page, id: string): Promise<{ readable: number; editable: number; canvas: number }> {
  await page.goto('about:blank');
  await page.goto(`/scenarios/${id}`, { waitUntil: 'commit' });
  const since = (): Promise<number> => page.evaluate(() => performance.now());
  await page.waitForFunction(() => document.querySelector('svg[role="img"]') && document.body.textContent?.includes('word word word'));
  const readable = await since();
  await page.waitForFunction(() => document.querySelector('[contenteditable="true"]'));
  const editable = await since();
  await page.waitForFunction(() => document.querySelector('.tl-canvas [data-item="role:r0"]'));
  const canvas = await since();
  return { readable, editable, canvas };
}

/** Notes from now on what keeps a page's thread for more than 50 ms. */
function watchLongTasks(page: Page): Promise<void> {
  return page.evaluate(() => {
    const durations: number[] = [];
    new PerformanceObserver((list) => durations.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
    Object.assign(window, { longTasks: durations });
  });
}

/** @returns the longest task since this was last asked, in ms; 0 if none was long */
function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, ...(window as unknown as { readonly longTasks: number[] }).longTasks.splice(0)));
}

/** Drags a role on one screen. @returns ms from the pointer's release to the role standing still at its new place on the other */
async function dragAndWatch(from: Page, to: Page, item: string, by: number): Promise<number> {
  const selector = `.tl-canvas [data-item="${item}"]`;
  const box = await from.locator(selector).boundingBox();
  const there = await to.locator(selector).boundingBox();
  if (!box || !there) throw new Error(`${item} is not on the screen`);
  const scale = there.width / box.width;
  const expected = there.x + by * scale;
  const seen = to.evaluate(
    ([target, x]) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const now = document.querySelector(target as string)?.getBoundingClientRect().x ?? NaN;
          if (Math.abs(now - (x as number)) < 2) resolve(performance.timeOrigin + performance.now());
          else requestAnimationFrame(look);
        };
        look();
      }),
    [selector, expected] as const,
  );
  const released = from.evaluate(
    () => new Promise<number>((resolve) => addEventListener('pointerup', (event) => resolve(performance.timeOrigin + event.timeStamp), { once: true, capture: true })),
  );
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  await from.mouse.move(x, y);
  await from.mouse.down();
  await from.mouse.move(x + by / 2, y, { steps: 3 });
  // The last move and the release come together, so the live drag cannot show the place before the release.
  await Promise.all([from.mouse.move(x + by, y), from.mouse.up()]);
  const delay = (await seen) - (await released);
  await expect(from.locator(selector)).toBeVisible();
  return delay;
}

function row(what: string, values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number): number => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN);
  return `${what}: median ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)} (n = ${values.length})`;
}
