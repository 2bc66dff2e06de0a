import { randomUUID } from 'node:crypto';
import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { openCanvas, placeOf, pointOf, saved, shape } from '../support/canvas';
import { expect, test } from '../support/e2e';
import { speak } from '../support/newcomer';

/** A small scenario with one of each item. */
const scenario = {
  roles: [
    { id: 'supplier', label: { en: 'Machine supplier', zh: '机器供应商' }, phases: { before: { enterprise: 'acme' }, after: { enterprise: 'acme' } } },
    { id: 'operator', label: { en: 'Machine operator' }, phases: { before: {}, after: {} } },
  ],
  relations: [{ id: 'delivers', label: { en: 'delivers machine' }, kind: 'product', source: 'supplier', target: 'operator', phases: ['before', 'after'] }],
  enterprises: [{ id: 'acme', name: { en: 'Acme' }, colour: 1 }],
};
/** Two roles, a relation, an enterprise and its four cells, four sections in English. */
const itemCount = 12;

const panel = (page: Page): Locator => page.getByRole('tabpanel');
const row = (page: Page, item: string): Locator => page.locator(`[data-agree="${item}"]`);
/** What a delegation's mark beside an item says, in the workspace itself. */
const marks = (page: Page, item: string): Locator => page.locator(`[data-part] [data-positions="${item}"]`).first();
const marked = (page: Page, item: string, mark: string): Locator => marks(page, item).locator(`[data-mark="${mark}"]`);
const distance = (page: Page): Locator => panel(page).locator('[data-distance]');

interface Listed {
  readonly items: readonly { readonly name: string; readonly hash: string }[];
}
/** Names and hashes of what stands there now, as a version fixes it. */
async function itemsNow(request: APIRequestContext, id: string): Promise<Listed['items']> {
  const made = await request.post(`/api/scenarios/${id}/snapshots`, { data: { name: 'Now', requestId: randomUUID() } });
  const { number } = (await made.json()) as { number: number };
  return ((await (await request.get(`/api/scenarios/${id}/snapshots/${number}/items`)).json()) as Listed).items;
}

test('a position set by one is seen by the other at once, goes stale with the content, not with a move or another language, and is kept', async ({ asAnna, contextAs, newScenario, baseURL }) => {
  test.slow();
  const id = await newScenario(asAnna, { scenario });
  const li = await (await contextAs('li', { locale: 'zh-CN' })).newPage();
  await asAnna.goto(`/scenarios/${id}?part=outline`);
  await li.goto(`/scenarios/${id}?part=outline&panel=agreement`);
  await expect(li.getByRole('tab', { name: '表态' })).toBeVisible();

  await marks(asAnna, 'role:supplier').click();
  await expect(row(asAnna, 'role:supplier')).toBeFocused();
  await row(asAnna, 'role:supplier').getByRole('button', { name: 'Agree', exact: true }).click();
  for (const page of [asAnna, li]) {
    await expect(marked(page, 'role:supplier', 'DE agree')).toBeVisible();
    await expect(marked(page, 'role:supplier', 'CN none')).toBeVisible();
  }
  await expect(marks(li, 'role:supplier')).toHaveAccessibleName(/表态情况。德方：同意.+中方：尚未表态/);

  await row(li, 'role:supplier').click();
  await row(li, 'role:supplier').getByRole('button', { name: '保留', exact: true }).click();
  await row(li, 'role:supplier').getByRole('textbox').fill('请先试点。');
  await li.keyboard.press('Control+Enter');
  await expect(marked(asAnna, 'role:supplier', 'CN reservation')).toBeVisible();
  await expect(row(asAnna, 'role:supplier')).toContainText('请先试点。');
  await expect(row(asAnna, 'role:supplier')).toContainText('Li Ming 李明');
  for (const page of [asAnna, li]) await expect(distance(page)).toHaveAttribute('data-distance', `1/${itemCount}`);

  // moving and reading in another language change nothing that was agreed to
  const canvas = await asAnna.context().newPage();
  await openCanvas(canvas, id, 'part=network&panel=agreement');
  const at = await pointOf(shape(canvas, 'role:supplier'));
  await canvas.mouse.click(at.x, at.y);
  const [x, y] = await placeOf(shape(canvas, 'role:supplier'));
  await canvas.keyboard.press('ArrowRight');
  await expect.poll(() => placeOf(shape(canvas, 'role:supplier'))).toEqual([x + 1, y]);
  await saved(canvas);
  await expect(canvas.locator('[data-positions-drawn="role:supplier"] [data-mark="CN reservation"]')).toBeVisible();
  for (const page of [canvas, asAnna, li]) await expect(distance(page)).toHaveAttribute('data-distance', `1/${itemCount}`);
  await canvas.close();
  await speak(asAnna.context(), baseURL!, 'de'); // on this device alone: other tests sign in as Anna
  await asAnna.reload();
  await expect(asAnna.getByRole('tab', { name: 'Voten' })).toBeVisible();
  await expect(marked(li, 'role:supplier', 'DE agree')).toBeVisible();

  // a word does, on both screens, until the side says so again
  const name = asAnna.locator('[data-part] [data-item="role:supplier"]').getByRole('textbox').first();
  await name.fill('Maschinenhersteller');
  await name.press('Enter');
  for (const page of [asAnna, li]) {
    await expect(marked(page, 'role:supplier', 'DE agree stale')).toBeVisible();
    await expect(marked(page, 'role:supplier', 'CN reservation stale')).toBeVisible();
    await expect(distance(page)).toHaveAttribute('data-distance', `0/${itemCount}`);
  }
  await expect(marks(asAnna, 'role:supplier')).toHaveAccessibleName(/Deutschland: Zustimmung, der Inhalt wurde seither geändert/);
  await row(li, 'role:supplier').getByRole('button', { name: '同意', exact: true }).click();
  for (const page of [li, asAnna]) await page.reload();
  for (const page of [li, asAnna]) {
    await expect(marked(page, 'role:supplier', 'CN agree')).toBeVisible();
    await expect(marked(page, 'role:supplier', 'DE agree stale')).toBeVisible();
  }
});

test('the keyboard alone goes through everything, and takes back what was a slip', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna, { scenario });
  await asLi.goto(`/scenarios/${id}?part=outline`);
  await asAnna.goto(`/scenarios/${id}?part=outline&panel=agreement`);
  await expect(panel(asAnna).getByRole('radio', { name: `For us ${itemCount}` })).toBeChecked();
  await panel(asAnna).getByRole('combobox', { name: 'Part' }).focus();
  const tabTo = async (target: Locator): Promise<void> => {
    await expect(async () => {
      await asAnna.keyboard.press('Tab');
      await expect(target).toBeFocused({ timeout: 50 });
    }).toPass();
  };
  await tabTo(row(asAnna, 'role:supplier'));
  await asAnna.keyboard.press('a');
  await expect(row(asAnna, 'role:operator')).toBeFocused();
  await asAnna.keyboard.press('j');
  await expect(row(asAnna, 'relation:delivers')).toBeFocused();
  await asAnna.keyboard.press('k');
  await expect(row(asAnna, 'role:operator')).toBeFocused();
  await asAnna.keyboard.press('5');
  await expect(marked(asLi, 'role:supplier', 'DE agree')).toBeVisible();
  await expect(marked(asLi, 'role:operator', 'DE disagree')).toBeVisible();
  // what was dealt with stays where it is until something else is asked for
  await expect(row(asAnna, 'role:supplier')).toBeVisible();

  await expect(row(asAnna, 'relation:delivers')).toBeFocused();
  await asAnna.keyboard.press('u');
  await expect(marked(asLi, 'role:operator', 'DE none')).toBeVisible();
  await expect(marked(asLi, 'role:supplier', 'DE agree')).toBeVisible();
  await asAnna.keyboard.press('r');
  await expect(row(asAnna, 'relation:delivers').getByRole('textbox', { name: 'What is the reservation about?' })).toBeFocused();
  await asAnna.keyboard.type('Rented, not sold. a d x');
  await asAnna.keyboard.press('Control+Enter');
  await expect(marked(asLi, 'relation:delivers', 'DE reservation')).toBeVisible();
  await expect(row(asAnna, 'relation:delivers')).not.toBeFocused(); // on to the next, as after any other stance
  await expect(asAnna.locator('[data-agree]:focus')).toHaveCount(1);
  await asAnna.keyboard.press('k');
  await asAnna.keyboard.press('w');
  await expect(marked(asLi, 'relation:delivers', 'DE none')).toBeVisible();
});

test('many items at once, minus an exception: recorded, undone, and confined to what has not changed since a version', async ({ asAnna, asLi, newScenario }) => {
  test.slow();
  const id = await newScenario(asAnna, { scenario });
  await asAnna.request.post(`/api/scenarios/${id}/snapshots`, { data: { name: 'First', requestId: randomUUID() } });
  for (const page of [asLi, asAnna]) await page.goto(`/scenarios/${id}?part=outline&panel=agreement`);

  await panel(asAnna).getByRole('combobox', { name: 'Part' }).selectOption({ label: 'Network' });
  await panel(asAnna).getByRole('checkbox', { name: 'Choose all 3 shown' }).check();
  await row(asAnna, 'role:operator').getByRole('checkbox').uncheck();
  await panel(asAnna).getByRole('group', { name: 'What your delegation says of 2 items' }).getByRole('button', { name: 'Agree', exact: true }).click();
  await expect(marked(asLi, 'role:supplier', 'DE agree')).toBeVisible();
  await expect(marked(asLi, 'relation:delivers', 'DE agree')).toBeVisible();
  await expect(marked(asLi, 'role:operator', 'DE none')).toBeVisible();
  await asAnna.getByRole('button', { name: 'Undo', exact: true }).last().click();
  for (const item of ['role:supplier', 'relation:delivers']) await expect(marked(asLi, item, 'DE none')).toBeVisible();

  // since the version, one role has got another name: it is no part of what is unchanged
  const name = asLi.locator('[data-part] [data-item="role:operator"]').getByRole('textbox').first();
  await name.fill('Operator of machines');
  await name.press('Enter');
  await expect(row(asAnna, 'role:operator')).toContainText('Operator of machines');
  await panel(asAnna).getByRole('combobox', { name: 'Compared with a version' }).selectOption({ label: 'Unchanged since version 1' });
  await expect(row(asAnna, 'role:operator')).toHaveCount(0);
  await panel(asAnna).getByRole('checkbox', { name: 'Choose all 2 shown' }).check();
  await panel(asAnna).getByRole('group', { name: 'What your delegation says of 2 items' }).getByRole('button', { name: 'Agree', exact: true }).click();
  await expect(marked(asLi, 'role:supplier', 'DE agree')).toBeVisible();
  await asLi.reload();
  await expect(marked(asLi, 'relation:delivers', 'DE agree')).toBeVisible();
  await expect(marked(asLi, 'role:operator', 'DE none')).toBeVisible();
});

test('a delegation judges a cell on its own: the difference stands in the cell until both meet', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna, { scenario });
  await asAnna.goto(`/scenarios/${id}?part=assessment`);
  await asLi.goto(`/scenarios/${id}?panel=agreement&item=cell:acme:who`);
  await row(asLi, 'cell:acme:who').getByRole('button', { name: 'Judge on our own…' }).click();
  await asLi.getByRole('combobox', { name: 'Our judgement' }).selectOption({ label: 'significant change' });
  await asLi.getByRole('textbox', { name: 'Reason' }).fill('A new segment: rental parks.');
  await asLi.getByRole('button', { name: 'Record judgement' }).click();

  const cell = asAnna.locator('[data-part] [data-item="cell:acme:who"]');
  await expect(cell.locator('[data-judgement="CN significant"]')).toContainText('significant change');
  await asAnna.reload();
  await expect(cell.locator('[data-judgement="CN significant"]')).toBeVisible();
  await cell.getByRole('combobox').selectOption({ label: '● significant change' });
  await expect(cell.locator('[data-judgement]')).toHaveCount(0);
  await expect(row(asLi, 'cell:acme:who')).toContainText('same as the common judgement');
});

test('who does not speak for a delegation sees everything and sets nothing, through the page and through HTTP', async ({ asAnna, asBen, asLi, asOlga, newScenario, browser, baseURL }) => {
  const id = await newScenario(asAnna, { scenario, rights: { mei: null } });
  const items = await itemsNow(asAnna.request, id);
  const supplier = items.find(({ name }) => name === 'role:supplier')!;
  const cell = items.find(({ name }) => name === 'cell:acme:who')!;
  const base = `/api/scenarios/${id}`;
  const said = { stance: 'agree', items: [supplier] };
  expect((await asAnna.request.post(`${base}/positions`, { data: { ...said, requestId: randomUUID() } })).status()).toBe(200);

  const verbs: Record<string, (request: APIRequestContext) => Promise<{ status(): number }>> = {
    list: (request) => request.get(`${base}/positions`),
    set: (request) => request.post(`${base}/positions`, { data: { ...said, requestId: randomUUID() } }),
    withdraw: (request) => request.post(`${base}/positions/withdrawals`, { data: { items: ['role:operator'], requestId: randomUUID() } }),
    takeBack: (request) => request.post(`${base}/positions/takings-back`, { data: { request: randomUUID(), requestId: randomUUID() } }),
    judge: (request) => request.post(`${base}/judgements`, { data: { item: cell.name, hash: cell.hash, change: 'none', reason: 'So it is.', requestId: randomUUID() } }),
    withdrawJudgement: (request) => request.delete(`${base}/judgements`, { data: { item: 'cell:acme:how', requestId: randomUUID() } }),
  };
  const nobody = await browser.newContext({ baseURL: baseURL! });
  const answers: Record<string, number[]> = {};
  for (const [verb, ask] of Object.entries(verbs)) {
    answers[verb] = [];
    for (const request of [asLi.request, asBen.request, asOlga.request, nobody.request]) answers[verb].push((await ask(request)).status());
  }
  // speakers who have nothing to withdraw are told that there is nothing; all others nothing but no
  expect(answers).toEqual({
    list: [200, 200, 200, 401],
    set: [200, 403, 403, 401],
    withdraw: [404, 403, 403, 401],
    takeBack: [404, 403, 403, 401],
    judge: [200, 403, 403, 401],
    withdrawJudgement: [404, 403, 403, 401],
  });
  const foreign = await asLi.request.post(`${base}/positions`, { headers: { origin: 'https://evil.example' }, data: { ...said, requestId: randomUUID() } });
  expect(foreign.status()).toBe(403);
  const forged = await asLi.request.post(`${base}/positions`, { data: { stance: 'disagree', items: [{ ...supplier, hash: 'f'.repeat(64) }], requestId: randomUUID() } });
  expect([forged.status(), ((await forged.json()) as { error: { code: string } }).error.code]).toEqual([409, 'item-changed']);
  await nobody.close();

  for (const page of [asBen, asOlga]) {
    await page.goto(`/scenarios/${id}?part=outline&panel=agreement&item=role:supplier`);
    await expect(row(page, 'role:supplier').locator('[data-mark="DE agree"]')).toBeVisible();
    await expect(row(page, 'role:supplier').getByRole('button', { name: 'Show' })).toBeVisible();
    await expect(panel(page).getByRole('button', { name: 'Agree', exact: true })).toHaveCount(0);
    await expect(panel(page).getByRole('checkbox')).toHaveCount(0);
    await row(page, 'role:supplier').focus();
    await page.keyboard.press('x');
    await expect(marked(page, 'role:supplier', 'DE agree')).toBeVisible();
  }
});

test('one to whom a scenario is closed learns nothing of it', async ({ asAnna, asMei, newScenario }) => {
  const id = await newScenario(asAnna, { scenario, rights: { mei: null } });
  const strange = await asMei.request.get(`/api/scenarios/${id}/positions`);
  const unknown = await asMei.request.get(`/api/scenarios/${randomUUID()}/positions`);
  expect([strange.status(), await strange.text()]).toEqual([unknown.status(), await unknown.text()]);
  const set = (scenarioId: string) => asMei.request.post(`/api/scenarios/${scenarioId}/positions`, { data: { stance: 'agree', items: [{ name: 'role:supplier', hash: '' }], requestId: randomUUID() } });
  expect([(await set(id)).status(), await (await set(id)).text()]).toEqual([404, await (await set(randomUUID())).text()]);
});

test('the list of scenarios tells the distance', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna, { scenario });
  const items = (await itemsNow(asAnna.request, id)).filter(({ name }) => name.startsWith('role:'));
  for (const page of [asAnna, asLi]) await page.request.post(`/api/scenarios/${id}/positions`, { data: { stance: 'agree', items, requestId: randomUUID() } });
  await asLi.goto('/scenarios');
  await expect(asLi.locator(`[data-scenario="${id}"]`)).toContainText(`2 of ${itemCount} items agreed`);
});
