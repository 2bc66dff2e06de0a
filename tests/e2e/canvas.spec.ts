import type { Locator, Page } from '@playwright/test';
import { canvasScenario, drag, endOf, freeSpot, openCanvas, placeOf, pointOf, saved, shape, shapeWith } from '../support/canvas';
import { expect, test, type Fixtures } from '../support/e2e';
import { inputMethodOf } from '../support/input-method';

const undo = (page: Page): Promise<void> => page.keyboard.press('ControlOrMeta+z');
const redo = (page: Page): Promise<void> => page.keyboard.press('ControlOrMeta+Shift+z');
const focusCanvas = async (page: Page): Promise<void> => {
  const { x, y } = await freeSpot(page);
  await page.mouse.click(x + 80, y - 50);
};

/** A fresh scenario, open on the canvas of each. @returns its id */
async function openTogether(pages: readonly [Page, Page], newScenario: Fixtures['newScenario']): Promise<string> {
  const id = await newScenario(pages[0], { scenario: canvasScenario });
  for (const page of pages) await openCanvas(page, id);
  return id;
}

/** Deletes what is shown at one side, there and back and again; the other side sees each, and reloads at the end. */
async function deleteForGood(hers: Locator, his: Locator): Promise<void> {
  const { x, y } = await pointOf(hers);
  await hers.page().mouse.click(x, y);
  await hers.page().keyboard.press('Delete');
  await expect(his).toHaveCount(0);
  await undo(hers.page());
  await expect(his).toHaveCount(1);
  await redo(hers.page());
  await expect(his).toHaveCount(0);
  await saved(hers.page());
  await his.page().reload();
}

test('a role is created, named, moved, coloured and deleted by mouse; the other side sees each, and undo and redo of each', async ({ asAnna, asLi, newScenario }) => {
  await openTogether([asAnna, asLi], newScenario);

  // create and name
  await asAnna.getByRole('button', { name: 'Role', exact: true }).click();
  const spot = await freeSpot(asAnna);
  await asAnna.mouse.click(spot.x, spot.y);
  await expect(asAnna.getByRole('textbox', { name: 'Name of the role' })).toBeFocused();
  await asAnna.keyboard.insertText('Logistics');
  await asAnna.keyboard.press('Enter');
  const [hers, his] = [shapeWith(asAnna, 'role', 'Logistics'), shapeWith(asLi, 'role', 'Logistics')];
  await expect(his).toBeVisible();
  await undo(asAnna); // the name
  await expect(his).toHaveCount(0);
  await undo(asAnna); // the role
  await expect(asLi.locator('.network-canvas [data-item^="role:"]')).toHaveCount(3);
  await redo(asAnna);
  await redo(asAnna);
  await expect(his).toBeVisible();

  // rename
  await hers.dblclick({ force: true });
  await expect(asAnna.getByRole('textbox', { name: 'Name of the role' })).toBeFocused();
  await asAnna.keyboard.press('End');
  await asAnna.keyboard.insertText(' provider');
  await asAnna.keyboard.press('Enter');
  await expect(his).toHaveText('Logistics provider');
  await undo(asAnna);
  await expect(his).toHaveText('Logistics');
  await redo(asAnna);
  await expect(his).toHaveText('Logistics provider');

  // move
  const start = await placeOf(his);
  const from = await pointOf(hers);
  await drag(asAnna, from, { x: from.x - 60, y: from.y + 90 });
  await expect.poll(() => placeOf(his)).not.toEqual(start);
  await expect.poll(async () => placeOf(his)).toEqual(await placeOf(hers));
  const moved = await placeOf(hers);
  await undo(asAnna);
  await expect.poll(() => placeOf(his)).toEqual(start);
  await redo(asAnna);
  await expect.poll(() => placeOf(his)).toEqual(moved);

  // colour
  await asAnna.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Enterprise' }).click();
  await asAnna.getByRole('menuitem', { name: 'Globex' }).click();
  await expect(his).toContainText('Globex');
  await expect(his).toHaveCSS('background-color', 'rgb(240, 187, 59)');
  await focusCanvas(asAnna);
  await undo(asAnna);
  await expect(his).not.toContainText('Globex');
  await redo(asAnna);
  await expect(his).toContainText('Globex');

  for (const page of [asAnna, asLi]) {
    await saved(page);
    await page.reload();
    await expect(shapeWith(page, 'role', 'Logistics provider')).toContainText('Globex');
    expect(await placeOf(shapeWith(page, 'role', 'Logistics provider'))).toEqual(moved);
  }

  // delete
  await deleteForGood(hers, his);
  await expect(shape(asLi, 'role:maker')).toBeVisible();
  await expect(his).toHaveCount(0);
});

test('a relation is drawn, labelled, re-routed and deleted by mouse; the other side sees each, and undo and redo of each', async ({ asAnna, asLi, newScenario }) => {
  await openTogether([asAnna, asLi], newScenario);
  const relations = asLi.locator('.network-canvas [data-item^="relation:"]');

  // draw from the edge of a role, on which handles appear
  const insurer = await pointOf(shape(asAnna, 'role:insurer'));
  await asAnna.mouse.move(insurer.x, insurer.y);
  const edge = await pointOf(shape(asAnna, 'role:insurer'), 0, 0.5);
  await drag(asAnna, { x: edge.x - 9, y: edge.y }, await pointOf(shape(asAnna, 'role:maker')));
  await expect(asAnna.getByRole('textbox', { name: 'Label of the relation' })).toBeFocused();
  await asAnna.keyboard.insertText('insures');
  await asAnna.keyboard.press('Enter');
  const his = shapeWith(asLi, 'relation', 'insures');
  const hers = shapeWith(asAnna, 'relation', 'insures');
  await expect(his).toBeVisible();
  await undo(asAnna);
  await expect(his).toHaveCount(0);
  await undo(asAnna);
  await expect(relations).toHaveCount(1);
  await redo(asAnna);
  await redo(asAnna);
  await expect(his).toBeVisible();

  // letting go over nothing draws nothing
  await asAnna.keyboard.press('a');
  await drag(asAnna, await pointOf(shape(asAnna, 'role:user')), await freeSpot(asAnna));
  await expect(relations).toHaveCount(2);

  // relabel
  await hers.dblclick({ force: true });
  await asAnna.keyboard.press('End');
  await asAnna.keyboard.insertText(' machine');
  await asAnna.keyboard.press('Enter');
  await expect(his).toHaveText('insures machine');
  await undo(asAnna);
  await expect(his).toHaveText('insures');
  await redo(asAnna);
  await expect(his).toHaveText('insures machine');

  // kind
  await focusCanvas(asAnna);
  const label = await pointOf(hers);
  await asAnna.mouse.click(label.x, label.y);
  await asAnna.getByRole('toolbar', { name: 'Selection' }).getByRole('radio', { name: 'Data & service' }).click();
  const line = (page: Page) => shapeWith(page, 'relation', 'insures').locator('xpath=ancestor::*[contains(@class,"tl-shape")][1]').locator('path').first();
  await expect(line(asLi)).toHaveAttribute('stroke-dasharray', '7 5');

  // re-route: take the end at the maker to the user
  const distance = async (end: 'source' | 'target', role: string): Promise<number> => {
    const [a, b] = [await endOf(his, end), await pointOf(shape(asLi, role))];
    return Math.hypot(a.x - b.x, a.y - b.y);
  };
  expect(await distance('target', 'role:maker')).toBeLessThan(await distance('target', 'role:user'));
  await drag(asAnna, await endOf(hers, 'target'), await pointOf(shape(asAnna, 'role:user')));
  await expect.poll(async () => (await distance('target', 'role:maker')) > (await distance('target', 'role:user'))).toBe(true);
  await undo(asAnna);
  await expect.poll(async () => (await distance('target', 'role:maker')) < (await distance('target', 'role:user'))).toBe(true);
  await redo(asAnna);
  await expect.poll(async () => (await distance('target', 'role:maker')) > (await distance('target', 'role:user'))).toBe(true);

  await saved(asAnna);
  await asLi.reload();
  await expect(his).toHaveText('insures machine');
  await expect(line(asLi)).toHaveAttribute('stroke-dasharray', '7 5');
  expect(await distance('target', 'role:maker')).toBeGreaterThan(await distance('target', 'role:user'));

  // delete
  await focusCanvas(asAnna);
  await deleteForGood(hers, his);
  await expect(relations).toHaveCount(1);
});

test('a drag is seen by the other side while it lasts, with who drags, and is stored once it ends', async ({ asAnna, asLi, newScenario }) => {
  const id = await openTogether([asAnna, asLi], newScenario);
  const [hers, his] = [shape(asAnna, 'role:insurer'), shape(asLi, 'role:insurer')];
  const stored = async (): Promise<unknown> => {
    const { scenario } = (await (await asLi.request.get(`/api/scenarios/${id}`)).json()) as { scenario: { roles: { id: string; phases: { before: { box: number[] } } }[] } };
    return scenario.roles.find((role) => role.id === 'insurer')!.phases.before.box;
  };
  const from = await pointOf(hers);
  await drag(asAnna, from, { x: from.x - 90, y: from.y + 20 }, { drop: false });
  await expect.poll(() => placeOf(his)).not.toEqual([400, 240]);
  await expect.poll(async () => placeOf(his)).toEqual(await placeOf(hers));
  await expect(asLi.locator('[data-peer-pointer="Anna Weber"]')).toContainText('DE');
  expect(await stored()).toEqual([400, 240, 168, 72]);
  await asAnna.mouse.up();
  const place = await placeOf(hers);
  await expect.poll(stored).toEqual([...place, 168, 72]);
  await asLi.waitForTimeout(600);
  expect(await placeOf(his)).toEqual(place);
});

test('Chinese composed into a role’s label while the other side edits the same one', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: canvasScenario });
  for (const page of [asAnna, asLi]) {
    await openCanvas(page, id);
    await shape(page, 'role:insurer').dblclick({ force: true });
  }
  const [hers, his] = [asAnna, asLi].map((page) => page.getByRole('textbox', { name: 'Name of the role' })) as [ReturnType<Page['locator']>, ReturnType<Page['locator']>];
  await expect(his).toBeFocused();
  await asLi.keyboard.press('End');
  await asAnna.keyboard.press('Home');
  const method = await inputMethodOf(asLi);
  await method.compose('bao');
  await method.compose('bao xian');
  await asAnna.keyboard.type('Machine ');
  await expect(hers).toHaveValue('Machine Insurer'); // nobody sees half a word
  await method.pressWhileComposing('Enter');
  await method.pressWhileComposing('Escape');
  await expect(his).toBeFocused();
  await expect(his).toHaveValue('Insurerbao xian'); // and the composition is left alone
  await method.choose('保险公司');
  for (const field of [hers, his]) await expect(field).toHaveValue('Machine Insurer保险公司');
  await asLi.keyboard.press('Enter');
  await asAnna.keyboard.press('Escape');
  for (const page of [asAnna, asLi]) await expect(shape(page, 'role:insurer')).toHaveText('Machine Insurer保险公司');
  await saved(asLi);
  await asLi.reload();
  await expect(shape(asLi, 'role:insurer')).toHaveText('Machine Insurer保险公司');
});

test('the keyboard selects, nudges, copies and deletes; text from elsewhere becomes a note', async ({ contextAs, asLi, newScenario }) => {
  const asAnna = await (await contextAs('anna', { permissions: ['clipboard-read', 'clipboard-write'] })).newPage();
  await openTogether([asAnna, asLi], newScenario);
  const maker = await pointOf(shape(asAnna, 'role:maker'));
  await asAnna.mouse.click(maker.x, maker.y);
  await asAnna.keyboard.press('ArrowRight');
  await asAnna.keyboard.press('Shift+ArrowDown');
  await expect.poll(() => placeOf(shape(asLi, 'role:maker'))).toEqual([1, 10]);

  await asAnna.keyboard.press('ControlOrMeta+a');
  await asAnna.keyboard.press('ControlOrMeta+c');
  await asAnna.keyboard.press('ControlOrMeta+v');
  await expect(shapeWith(asLi, 'role', 'Insurer')).toHaveCount(2);
  await expect(asLi.locator('.network-canvas [data-item^="relation:"]')).toHaveCount(2);
  await undo(asAnna);
  await expect(shapeWith(asLi, 'role', 'Insurer')).toHaveCount(1);

  await asAnna.evaluate(() => navigator.clipboard.writeText('Ask the insurer about damage data'));
  await focusCanvas(asAnna);
  await asAnna.keyboard.press('ControlOrMeta+v');
  await expect(shapeWith(asLi, 'note', 'Ask the insurer about damage data')).toBeVisible();

  await asAnna.keyboard.press('ControlOrMeta+a');
  await asAnna.keyboard.press('Delete');
  await expect(asLi.locator('.network-canvas [data-item]:not([data-item^="enterprise:"])')).toHaveCount(0);
  await undo(asAnna);
  await expect(asLi.locator('.network-canvas [data-item^="role:"]')).toHaveCount(3);
});

test('enterprises are assigned with their tool, named and coloured in the legend', async ({ asAnna, asLi, newScenario }) => {
  await openTogether([asAnna, asLi], newScenario);
  await asAnna.getByRole('button', { name: 'Enterprise', exact: true }).click();
  await asAnna.getByRole('group', { name: 'Assign enterprise' }).getByRole('button', { name: 'Globex' }).click();
  for (const role of ['role:user', 'role:insurer']) {
    const { x, y } = await pointOf(shape(asAnna, role));
    await asAnna.mouse.click(x, y);
    await expect(shape(asLi, role)).toContainText('Globex');
  }
  await asAnna.keyboard.press('Escape');
  await asAnna.getByRole('button', { name: 'Globex: name and colour' }).click();
  await asAnna.getByRole('textbox', { name: 'Name of the enterprise' }).fill('Initech');
  await asAnna.getByRole('radio', { name: 'Green' }).click();
  await expect(shape(asLi, 'role:user')).toContainText('Initech');
  await expect(shape(asLi, 'role:user')).toHaveCSS('background-color', 'rgb(88, 164, 132)');
});

test('a phase is shown by itself; what leaves it stays in the other', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: canvasScenario });
  await openCanvas(asAnna, id);
  await openCanvas(asLi, id, 'part=network&phase=after');
  await expect(asLi.locator('.network-canvas [data-item^="role:"]')).toHaveCount(1);
  const user = await pointOf(shape(asAnna, 'role:user'));
  await asAnna.mouse.click(user.x, user.y);
  await asAnna.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Before and after: Only before' }).click();
  await asAnna.getByRole('menuitem', { name: 'Copy to after' }).click();
  await expect(shape(asLi, 'role:user')).toBeVisible();
  await asAnna.mouse.click(user.x, user.y);
  await asAnna.keyboard.press('Delete');
  await expect(shape(asAnna, 'role:user')).toHaveCount(0);
  await expect(shape(asAnna, 'relation:sells')).toHaveCount(0);
  await expect(shape(asLi, 'role:user')).toBeVisible();
});

test('a viewer looks and pans, and cannot change anything', async ({ asAnna, asOlga, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: canvasScenario });
  await openCanvas(asAnna, id);
  await openCanvas(asOlga, id);
  await expect(asOlga.getByRole('toolbar', { name: 'Tools' }).getByRole('button')).toHaveCount(2);
  const from = await pointOf(shape(asOlga, 'role:insurer'));
  await drag(asOlga, from, { x: from.x - 80, y: from.y });
  await asOlga.keyboard.press('Delete');
  await asOlga.keyboard.press('r');
  await asOlga.mouse.click(from.x + 200, from.y);
  await asOlga.waitForTimeout(500);
  for (const page of [asOlga, asAnna]) {
    await expect(page.locator('.network-canvas [data-item^="role:"]')).toHaveCount(3);
    expect(await placeOf(shape(page, 'role:insurer'))).toEqual([400, 240]);
  }
});

test('a plain double click and Enter open a name and leave the focus in it; a new enterprise is named at once; copies stand beside', async ({ asAnna, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: canvasScenario });
  await openCanvas(asAnna, id);
  for (const [item, field] of [['role:maker', 'Name of the role'], ['relation:sells', 'Label of the relation']] as const) {
    const { x, y } = await pointOf(shape(asAnna, item));
    await asAnna.mouse.dblclick(x, y);
    await expect(asAnna.getByRole('textbox', { name: field })).toBeFocused();
    await asAnna.keyboard.press('Escape');
    await expect(asAnna.getByRole('textbox', { name: field })).toHaveCount(0);
    await asAnna.keyboard.press('Enter');
    await expect(asAnna.getByRole('textbox', { name: field })).toBeFocused();
    await asAnna.keyboard.press('Escape');
    await focusCanvas(asAnna);
  }

  const maker = await pointOf(shape(asAnna, 'role:maker'));
  await asAnna.mouse.click(maker.x, maker.y);
  const name = asAnna.getByRole('textbox', { name: 'Name of the enterprise' });
  await asAnna.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Enterprise' }).click();
  await asAnna.getByRole('menuitem', { name: 'New enterprise' }).click();
  await expect(name).toBeFocused();
  await asAnna.keyboard.press('Escape');
  await focusCanvas(asAnna);

  // The enterprise without a name is not doubled, and no copy covers another.
  await asAnna.mouse.click(maker.x, maker.y);
  for (const key of ['c', 'v', 'v']) await asAnna.keyboard.press(`ControlOrMeta+${key}`);
  const makers = shapeWith(asAnna, 'role', 'Machine maker');
  await expect(makers).toHaveCount(3);
  const places = await Promise.all([0, 1, 2].map((index) => placeOf(makers.nth(index))));
  expect(new Set(places.map(String)).size).toBe(3);
  await expect(asAnna.getByRole('region', { name: 'Legend' }).getByRole('button', { name: /name and colour/ })).toHaveCount(3);

  await asAnna.keyboard.press('e');
  await asAnna.getByRole('group', { name: 'Assign enterprise' }).getByRole('button', { name: 'New enterprise' }).click();
  await expect(name).toBeFocused();
});

test('at first sight nothing of the network or of the notes lies under tools, legend or zoom bar', async ({ asAnna, newScenario }) => {
  const box = (x: number, y: number, w = 168, h = 168) => ({ before: { box: [x, y, w, h] } });
  const id = await newScenario(asAnna, {
    scenario: {
      roles: [
        { id: 'buyer', label: { en: 'Buyer' }, phases: box(0, 0) },
        { id: 'platform', label: { en: 'Platform' }, phases: box(440, 0) },
        { id: 'provider', label: { en: 'Provider' }, phases: box(440, 360, 168, 72) },
      ],
      notes: [
        { id: 'one', text: 'Open: to be confirmed. '.repeat(8), phase: 'before', box: [700, 0, 240, 160] },
        { id: 'two', text: 'Open: to be confirmed. '.repeat(6), phase: 'before', box: [700, 300, 240, 120] },
      ],
    },
  });
  await openCanvas(asAnna, id);
  const covered = (): Promise<string[]> =>
    asAnna.evaluate(() => {
      const chrome = [...document.querySelectorAll('[data-corner], .network-canvas [role=toolbar]')].map((part) => part.getBoundingClientRect());
      const items = [...document.querySelectorAll<HTMLElement>('.network-canvas .tl-shape [data-item]')];
      return items.filter((item) => chrome.some((part) => {
        const { left, right, top, bottom } = item.getBoundingClientRect();
        return left < part.right && part.left < right && top < part.bottom && part.top < bottom;
      })).map((item) => item.dataset.item!);
    });
  await expect(asAnna.locator('.network-canvas .tl-shape [data-item]')).toHaveCount(5);
  await expect.poll(covered).toEqual([]);
});

test('roles and notes are as large on the screen as for selection and relations, whatever their words', async ({ asAnna, newScenario }) => {
  // One letter more each, so that some lines end exactly where the room does.
  const labels = Array.from({ length: 24 }, (_, index) => `Maschinen${'l'.repeat(index)}ieferant`);
  const box = (index: number) => [(index % 6) * 220, Math.floor(index / 6) * 160, 148, 40] as const;
  const id = await newScenario(asAnna, {
    scenario: {
      enterprises: [{ id: 'makers', name: { en: 'Machine suppliers of Europe' }, colour: 0 }],
      roles: labels.map((label, index) => ({ id: `r${index}`, label: { en: label }, phases: { before: { box: box(index), ...(index % 2 && { enterprise: 'makers' }) } } })),
      notes: labels.slice(0, 6).map((text, index) => ({ id: `n${index}`, phase: 'before', text, box: [index * 220, 680, 148, 30] })),
    },
  });
  await openCanvas(asAnna, id);
  const items = asAnna.locator('.network-canvas .tl-shape [data-item]');
  await expect(items).toHaveCount(30);
  // The least height of an item is that of its geometry.
  const beyond = (): Promise<string[]> =>
    items.evaluateAll((elements) => elements.filter((element) => (element as HTMLElement).offsetHeight > Math.ceil(parseFloat(getComputedStyle(element).minHeight)) || element.scrollWidth > element.clientWidth).map((element) => element.textContent!));
  await expect.poll(beyond).toEqual([]);
});

for (const width of [1280, 800])
  test(`dialogs lie above the canvas, and nothing covers tldraw’s mark, ${width} pixels wide`, async ({ asAnna, newScenario }) => {
    const id = await newScenario(asAnna, { scenario: canvasScenario });
    await openCanvas(asAnna, id);
    await asAnna.setViewportSize({ width, height: 720 }); // a small window would begin with the figure
    const mark = asAnna.locator('[data-testid^="tl-watermark"]');
    await expect(mark).toBeVisible();
    const isCovered = (): Promise<boolean> => mark.evaluate((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const points = [left + 2, (left + right) / 2, right - 2].flatMap((x) => [top + 2, (top + bottom) / 2, bottom - 2].map((y) => [x, y] as const));
      return points.some(([x, y]) => !element.contains(document.elementFromPoint(x, y)));
    });
    await expect.poll(isCovered).toBe(false);

    await asAnna.keyboard.press('ControlOrMeta+k');
    const menu = asAnna.getByRole('dialog');
    await expect(menu).toBeVisible();
    const isOnTop = await asAnna.locator('.network-canvas button').evaluateAll((buttons) =>
      buttons.every((button) => {
        const { left, top, width: w, height: h } = button.getBoundingClientRect();
        return !button.contains(document.elementFromPoint(left + w / 2, top + h / 2));
      }),
    );
    expect(isOnTop).toBe(true);
  });
