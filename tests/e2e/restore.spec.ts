import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e';
import { textScenario } from '../support/text-scenario';

const text = (page: Page) => page.getByRole('textbox', { name: 'Description, English' });

test('a version is restored while somebody else types: both see it, the other keeps typing and undo, and one press takes it back', async ({ asAnna, contextAs, newScenario }) => {
  test.slow();
  const id = await newScenario(asAnna, { scenario: textScenario });
  const li = await (await contextAs('li')).newPage();
  await asAnna.goto(`/scenarios/${id}?part=wording&panel=versions`);
  await li.goto(`/scenarios/${id}?part=wording&panel=versions`);
  const panel = asAnna.getByRole('tabpanel');
  await panel.getByRole('textbox', { name: 'Name' }).fill('Before the meeting');
  await panel.getByRole('button', { name: 'Create a version' }).click();
  const version = panel.getByRole('article', { name: 'Version 1: Before the meeting' });
  await expect(version).toBeVisible();

  await text(asAnna).click();
  await asAnna.keyboard.press('Control+End');
  await asAnna.keyboard.type(' Added by Anna.');
  await expect(text(li)).toContainText('Added by Anna.');
  await text(li).click();
  await li.keyboard.press('Control+Home');
  await li.keyboard.type('Li was here. ');
  await expect(text(asAnna)).toContainText('Li was here. First');

  await version.getByRole('button', { name: 'Restore' }).click();
  await expect(asAnna.getByText('Version 1 is restored. What stood before is version 2.').first()).toBeVisible();
  for (const page of [asAnna, li]) {
    await expect(text(page)).not.toContainText('Added by Anna.');
    await expect(text(page)).not.toContainText('Li was here.');
    await expect(text(page)).toContainText('First paragraph.');
  }

  await li.keyboard.type('Still here. ');
  await expect(text(asAnna)).toContainText('Still here.');
  await li.keyboard.press('Control+z');
  await expect(text(asAnna)).not.toContainText('Still here.');

  await asAnna.getByRole('button', { name: 'Take back' }).first().click();
  for (const page of [asAnna, li]) {
    await expect(text(page)).toContainText('Li was here. First');
    await expect(text(page)).toContainText('Added by Anna.');
  }
  for (const page of [asAnna, li]) {
    await page.reload();
    await expect(text(page)).toContainText('Added by Anna.');
  }
  const automatic = li.getByRole('tabpanel').getByText('2 automatic versions');
  await automatic.click();
  await expect(li.getByRole('article', { name: 'Version 2: Before version 1 was restored' })).toContainText('Anna Weber');
});

test('only a facilitator may restore, by whatever way', async ({ asAnna, asBen, asOlga, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: textScenario });
  const created = await asAnna.request.post(`/api/scenarios/${id}/snapshots`, { data: { name: 'First', requestId: crypto.randomUUID() } });
  expect(created.status()).toBe(200);
  const restore = async (page: Page, number: string, data: unknown = { requestId: crypto.randomUUID() }) =>
    (await page.request.post(`/api/scenarios/${id}/snapshots/${number}/restorations`, { data })).status();
  expect([await restore(asBen, '1'), await restore(asOlga, '1')]).toEqual([403, 403]);
  expect([await restore(asAnna, '0x1'), await restore(asAnna, '2'), await restore(asAnna, '01')]).toEqual([404, 404, 404]);
  expect([await restore(asAnna, '1', {}), await restore(asAnna, '1', { requestId: 'x' })]).toEqual([400, 400]);
  expect(await restore(asAnna, '1')).toBe(200);
  await asBen.goto(`/scenarios/${id}?panel=versions`);
  await expect(asBen.getByRole('article', { name: 'Version 1: First' })).toBeVisible();
  await expect(asBen.getByRole('button', { name: 'Restore' })).toHaveCount(0);
});
