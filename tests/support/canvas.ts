import type { Locator, Page } from '@playwright/test';
import { expect } from './e2e';

/** Three roles in a row with a relation between the first two. */
export const canvasScenario = {
  roles: [
    { id: 'maker', label: { en: 'Machine maker', zh: '机器制造商' }, phases: { before: { enterprise: 'acme', box: [0, 0, 168, 72] }, after: { enterprise: 'acme', box: [0, 0, 168, 72] } } },
    { id: 'user', label: { en: 'Machine user' }, phases: { before: { box: [400, 0, 168, 72] } } },
    { id: 'insurer', label: { en: 'Insurer' }, phases: { before: { box: [400, 240, 168, 72] } } },
  ],
  relations: [{ id: 'sells', label: { en: 'delivers machine' }, kind: 'product', source: 'maker', target: 'user', phases: ['before'] }],
  enterprises: [
    { id: 'acme', name: { en: 'Acme' }, colour: 0 },
    { id: 'globex', name: { en: 'Globex' }, colour: 1 },
  ],
};

export async function openCanvas(page: Page, id: string, query = 'part=network'): Promise<void> {
  await page.goto(`/scenarios/${id}?${query}`);
  await expect(page.getByRole('toolbar', { name: /^(Tools|Werkzeuge|工具)$/ })).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('.network-canvas [data-item^="role:"]').first()).toBeVisible();
}

/** A shape on the canvas by its item's name. */
export const shape = (page: Page, name: string): Locator => page.locator(`.network-canvas [data-item="${name}"]`);
/** A role or relation by the text on it. */
export const shapeWith = (page: Page, kind: 'role' | 'relation' | 'note', text: string): Locator => page.locator(`.network-canvas [data-item^="${kind}:"]`).filter({ hasText: text });

/** Where a role stands on the canvas, in its own units: the same for everybody, however they look at it. */
export async function placeOf(role: Locator): Promise<[number, number]> {
  return role.evaluate((element) => {
    const matrix = new DOMMatrix(getComputedStyle(element.closest('.tl-shape')!).transform);
    return [Math.round(matrix.e), Math.round(matrix.f)];
  });
}

export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/** A point of a shape on the screen; by default its middle. */
export async function pointOf(target: Locator, across = 0.5, down = 0.5): Promise<ScreenPoint> {
  const box = (await target.boundingBox())!;
  return { x: box.x + box.width * across, y: box.y + box.height * down };
}

/** Where a relation begins or ends on the screen. */
export async function endOf(relation: Locator, end: 'source' | 'target'): Promise<ScreenPoint> {
  return relation.evaluate((element, which) => {
    const path = element.closest('.tl-shape')!.querySelector('path')!;
    const point = path.getPointAtLength(which === 'source' ? 0 : path.getTotalLength());
    const { x, y } = point.matrixTransform(path.getScreenCTM()!);
    return { x, y };
  }, end);
}

/** Drags in steps, as a hand does. */
export async function drag(page: Page, from: ScreenPoint, to: ScreenPoint, { drop = true } = {}): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= 8; step++) {
    await page.mouse.move(from.x + ((to.x - from.x) * step) / 8, from.y + ((to.y - from.y) * step) / 8);
    await page.waitForTimeout(20);
  }
  if (drop) await page.mouse.up();
}

/** A free spot of the canvas, near its upper right corner. */
export async function freeSpot(page: Page): Promise<ScreenPoint> {
  const box = (await page.locator('.network-canvas .tl-canvas').boundingBox())!;
  return { x: box.x + box.width - 120, y: box.y + 70 };
}

/** Waits until everything that this page did is stored. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByText(/^(Saved|Gespeichert|已保存)$/).first()).toBeVisible();
}
