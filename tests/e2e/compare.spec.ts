import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e';

const scenario = {
  roles: [
    { id: 'supplier', label: { en: 'Machine supplier', zh: '机器供应商' }, phases: { before: { enterprise: 'acme' }, after: { enterprise: 'acme' } } },
    { id: 'operator', label: { en: 'Machine operator' }, phases: { before: {}, after: {} } },
    { id: 'bank', label: { en: 'Bank' }, phases: { after: {} } },
  ],
  relations: [
    { id: 'delivers', label: { en: 'delivers machine' }, kind: 'product', source: 'supplier', target: 'operator', phases: ['before', 'after'] },
    { id: 'pays', label: { en: 'pays' }, kind: null, source: 'operator', target: 'supplier', phases: ['after'] },
  ],
  enterprises: [
    { id: 'acme', name: { en: 'Acme' }, colour: 1 },
    { id: 'bolt', name: { en: 'Bolt' }, colour: 2 },
  ],
  sections: {
    description: {
      en: [{ type: 'paragraph', content: [{ type: 'text', text: 'The supplier delivers a machine to the operator.' }] }],
      zh: [{ type: 'paragraph', content: [{ type: 'text', text: '设备制造商向客户提供维护服务。' }] }],
    },
  },
};

/** Fixes the live content as a version. */
async function fix(page: Page, id: string, name: string): Promise<number> {
  const answer = await page.request.post(`/api/scenarios/${id}/snapshots`, { data: { name, requestId: crypto.randomUUID() } });
  expect(answer.status()).toBe(200);
  return ((await answer.json()) as { number: number }).number;
}

const description = (page: Page) => page.getByRole('textbox', { name: 'Description, English' });

test('what somebody changes is seen in a comparison that is open elsewhere: in words, in the figure, in the list', async ({ asAnna, contextAs, newScenario }) => {
  test.slow();
  const id = await newScenario(asAnna, { scenario });
  await fix(asAnna, id, 'First');
  const li = await (await contextAs('li', { locale: 'zh-CN' })).newPage();
  await li.goto(`/scenarios/${id}/compare?from=1&to=now`);
  await expect(li.getByText('随实时文本同步更新。')).toBeVisible();
  await expect(li.getByText('完全相同')).toBeVisible();

  await asAnna.goto(`/scenarios/${id}?part=outline`);
  await asAnna.locator('[data-row][data-item="role:bank"]').getByRole('textbox').fill('Leasing bank');
  await description(asAnna).click();
  await asAnna.keyboard.press('Control+End');
  await asAnna.keyboard.type(' It leases it.');

  const changes = li.getByRole('navigation', { name: '变更' });
  await expect(changes).toContainText('共有 2 个条目存在差异');
  await expect(li.locator('ins', { hasText: 'It leases it.' })).toBeVisible();
  await expect(li.locator('ins', { hasText: 'Leasing' })).toBeVisible();
  await expect(li.locator('[data-mark="relabelled"]').first()).toBeVisible();
  await changes.getByRole('link', { name: /措辞已修改/ }).click();
  await expect(li).toHaveURL(/#change-section-description-en$/);

  await fix(asAnna, id, 'Second');
  await li.goto(`/scenarios/${id}/compare?from=2&to=1`);
  await expect(li.locator('del', { hasText: 'It leases it.' })).toBeVisible();
  await li.getByRole('button', { name: '互换两侧' }).click();
  await expect(li).toHaveURL(/from=1&to=2$/);
  await expect(li.locator('ins', { hasText: 'It leases it.' })).toBeVisible();

  // On a slow line Li chooses before the page's code has come.
  let come = (): void => {};
  const code = new Promise<void>((resolve) => (come = resolve));
  await li.route('**/_next/static/**', (route) => code.then(() => route.continue()));
  await li.goto(`/scenarios/${id}/compare?from=1&to=now`, { waitUntil: 'commit' });
  await li.getByLabel('新版本').selectOption('2');
  come();
  await expect(li).toHaveURL(/from=1&to=2$/, { timeout: 30_000 }); // all of the page's code comes now, past every cache
});

test('a comparison is reached from a version, from the panel and by its command', async ({ asAnna, newScenario }) => {
  const id = await newScenario(asAnna, { scenario });
  await fix(asAnna, id, 'First');
  await asAnna.goto(`/scenarios/${id}?panel=versions`);
  await asAnna.getByRole('article').getByRole('link', { name: 'Compare with now' }).click();
  await expect(asAnna).toHaveURL(/compare\?from=1&to=now$/);
  await expect(asAnna.getByRole('heading', { level: 1 })).toContainText('Compare: Test');
  await asAnna.getByRole('link', { name: 'Back to the scenario' }).click();
  await expect(asAnna.getByRole('tabpanel').getByRole('link', { name: 'Compare versions' })).toBeVisible();
  await asAnna.keyboard.press('Control+K');
  await asAnna.keyboard.type('compare versions');
  await asAnna.getByRole('option', { name: 'Compare versions' }).click();
  await expect(asAnna).toHaveURL(/\/compare$/);
  await expect(asAnna.getByLabel('From')).toHaveValue('1');
});

test('what names no version, and what one may not see, is not there', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna, { scenario, rights: { li: null } });
  await fix(asAnna, id, 'First');
  for (const query of ['from=0x1&to=now', 'from=2&to=now', 'from=1&to=01', 'from=1&to=', 'from=1&from=1&to=now', "from=1'--&to=now", 'from=99999999999&to=now'])
    expect((await asAnna.goto(`/scenarios/${id}/compare?${query}`))?.status(), query).toBe(404);
  expect((await asAnna.goto(`/scenarios/${id}/compare?from=1&to=now`))?.status()).toBe(200);
  expect((await asLi.goto(`/scenarios/${id}/compare?from=1&to=now`))?.status()).toBe(404);
});

test('the history of an item tells who wrote which wording, and what was said of it; it is reached from the item', async ({ asAnna, contextAs, newScenario }) => {
  test.slow();
  const id = await newScenario(asAnna, { scenario });
  await asAnna.goto(`/scenarios/${id}?part=wording`);
  await description(asAnna).click();
  await asAnna.keyboard.press('Control+End');
  await asAnna.keyboard.type(' It leases it.');
  const li = await (await contextAs('li')).newPage();
  await li.goto(`/scenarios/${id}?part=wording&panel=comments&item=section:description:en`);
  await expect(description(li)).toContainText('It leases it.');
  const said = await li.request.post(`/api/scenarios/${id}/threads`, { data: { item: 'section:description:en', body: 'Leases or rents?', requestId: crypto.randomUUID() } });
  expect(said.status()).toBe(200);
  await li.locator('[data-comments="section:description:en"]').first().click();
  await li.getByRole('link', { name: 'History' }).click();
  await expect(li.getByRole('heading', { level: 1 })).toContainText('History: Description');
  const entries = li.getByRole('list', { name: 'History' }).getByRole('listitem');
  await expect(entries.filter({ hasText: 'Leases or rents?' })).toContainText('Li Ming 李明');
  await expect(entries.filter({ hasText: 'It leases it.' }).first()).toContainText('Anna Weber');

  for (const item of ['nothing', 'section:description:fr', 'role:a:b', '']) expect((await li.goto(`/scenarios/${id}/history?item=${item}`))?.status(), item).toBe(404);
});
