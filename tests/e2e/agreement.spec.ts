import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/e2e';

/** A small scenario with one of each item. */
const scenario = {
  roles: [
    { id: 'supplier', label: { en: 'Machine supplier', zh: '机器供应商' }, phases: { before: { enterprise: 'acme' }, after: { enterprise: 'acme' } } },
    { id: 'operator', label: { en: 'Machine operator' }, phases: { before: {}, after: {} } },
  ],
  relations: [{ id: 'delivers', label: { en: 'delivers machine' }, kind: 'product', source: 'supplier', target: 'operator', phases: ['before', 'after'] }],
  enterprises: [{ id: 'acme', name: { en: 'Acme' }, colour: 1 }],
};

const panel = (page: Page): Locator => page.getByRole('tabpanel');
const thread = (page: Page, text: string): Locator => page.getByRole('article').filter({ hasText: text });
const button = (page: Page, item: string): Locator => page.locator(`[data-comments="${item}"]`).first();

/** Opens the comments of an item by its button, and says something. */
async function comment(page: Page, item: string, text: string): Promise<void> {
  await button(page, item).click();
  const field = panel(page).getByRole('textbox').first();
  await expect(field).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press('Control+Enter');
  await expect(thread(page, text)).toBeVisible();
}

test('a comment on a role, a relation, a cell and a section is answered and settled, on both screens and after a reload', async ({ asAnna, contextAs, newScenario }) => {
  test.slow();
  const id = await newScenario(asAnna, { scenario });
  const li = await (await contextAs('li', { locale: 'zh-CN' })).newPage();
  await li.goto(`/scenarios/${id}?part=outline&panel=comments`);
  await asAnna.goto(`/scenarios/${id}?part=outline`);
  await expect(li.getByRole('tab', { name: '意见' })).toBeVisible();

  await comment(asAnna, 'role:supplier', 'Is the supplier the maker?');
  await expect(thread(li, 'Is the supplier the maker?')).toContainText('Anna Weber');
  await expect(thread(li, 'Is the supplier the maker?')).toHaveAccessibleName('关于角色“机器供应商”的讨论');
  await expect(button(li, 'role:supplier')).toHaveAccessibleName('意见，1 条未解决');
  await comment(asAnna, 'relation:delivers', 'Delivered, or rented?');
  await comment(asAnna, 'cell:acme:value', 'Since when?');
  await comment(asAnna, 'section:description:zh', '这里缺一句话');
  for (const text of ['Delivered, or rented?', 'Since when?', '这里缺一句话']) await expect(thread(li, text)).toBeVisible();

  await thread(li, 'Since when?').getByRole('button', { name: '回复' }).click();
  await li.keyboard.type('从去年开始。');
  await li.keyboard.press('Control+Enter');
  await panel(asAnna).getByRole('button', { name: 'Show the threads of all items' }).click();
  await expect(thread(asAnna, 'Since when?')).toContainText('从去年开始。');
  await expect(thread(asAnna, 'Since when?')).toContainText('Li Ming 李明');

  await thread(asAnna, 'Since when?').getByRole('button', { name: 'Resolve' }).click();
  await expect(thread(li, 'Since when?')).toHaveCount(0);
  await expect(button(li, 'cell:acme:value')).toHaveAccessibleName('发表意见');

  for (const page of [li, asAnna]) await page.reload();
  await expect(thread(li, 'Is the supplier the maker?')).toBeVisible();
  await li.getByRole('radio', { name: /已解决 1/ }).click();
  await expect(thread(li, 'Since when?')).toContainText('从去年开始。');
  await expect(thread(li, 'Since when?')).toContainText('Anna Weber');
  await thread(li, 'Since when?').getByRole('button', { name: '重新打开' }).click();
  await expect(thread(asAnna, 'Since when?')).toBeVisible();
});

test('a comment is the characters that were typed, and one press of "send" makes one', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna, { scenario });
  for (const page of [asAnna, asLi]) await page.goto(`/scenarios/${id}?part=outline&panel=comments`);
  const text = `<img src=x onerror="window.hit=1"><script>window.hit=1</script> & <b>bold</b> مرحبا 🏗️`;
  await panel(asAnna).getByRole('textbox').first().fill(text);
  await panel(asAnna).getByRole('button', { name: 'Send' }).first().dblclick();
  await expect(asLi.getByRole('article').getByText(text)).toBeVisible();
  for (const page of [asAnna, asLi]) {
    await expect(page.getByRole('article')).toHaveCount(1);
    await expect(page.getByRole('article').locator('img, script, b')).toHaveCount(0);
    expect(await page.evaluate(() => 'hit' in window)).toBe(false);
  }
});

test('an input method’s Enter belongs to it, and others may answer meanwhile', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna, { scenario });
  for (const page of [asAnna, asLi]) await page.goto(`/scenarios/${id}?part=outline&panel=comments`);
  await panel(asAnna).getByRole('textbox').first().fill('Shall we say “rent”?');
  await asAnna.keyboard.press('Control+Enter');
  await thread(asLi, 'Shall we say').getByRole('button', { name: 'Reply' }).click();

  const field = thread(asLi, 'Shall we say').getByRole('textbox');
  await expect(field).toBeFocused();
  const input = await asLi.context().newCDPSession(asLi);
  await asLi.keyboard.type('OK ');
  for (const text of ['w', 'wo', 'wo t', 'wo tong yi']) await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  // Enter chooses a candidate, Ctrl+Enter and Escape are the input method's as well; meanwhile Anna says more
  for (const key of ['Enter', 'Control+Enter', 'Escape']) await asLi.keyboard.press(key);
  await thread(asAnna, 'Shall we say').getByRole('button', { name: 'Reply' }).click();
  await asAnna.keyboard.type('Or “lease”?');
  await asAnna.keyboard.press('Control+Enter');
  await expect(thread(asLi, 'Or “lease”?')).toBeVisible();
  await expect(thread(asAnna, 'Shall we say').getByRole('listitem')).toHaveCount(2);

  await input.send('Input.insertText', { text: '我同意' });
  await expect(field).toHaveValue(/我同意/);
  await asLi.keyboard.press('Control+Enter');
  await expect(thread(asAnna, 'Shall we say').getByRole('listitem')).toHaveCount(3);
  await expect(thread(asAnna, 'Shall we say').getByRole('listitem').last()).toContainText('我同意');
  await expect(thread(asLi, 'Shall we say').getByRole('textbox')).toHaveCount(0);
});

test('a half-typed reply survives a reload, but not signing out; a link leads to its thread', async ({ asAnna, asBen, newScenario }) => {
  const id = await newScenario(asAnna, { scenario });
  const begun = await asAnna.request.post(`/api/scenarios/${id}/threads`, { data: { item: 'role:supplier', body: 'Which one?', requestId: randomUUID() } });
  const { thread: threadId } = (await begun.json()) as { thread: string };
  await asAnna.request.put(`/api/scenarios/${id}/threads/${threadId}/resolution`);

  await asBen.goto(`/scenarios/${id}?part=outline&thread=${threadId}`);
  await expect(thread(asBen, 'Which one?')).toBeInViewport();
  await thread(asBen, 'Which one?').getByRole('button', { name: 'Reply' }).click();
  await asBen.keyboard.type('Half a thou');
  await asBen.reload();
  await expect(thread(asBen, 'Which one?').getByRole('textbox')).toHaveValue('Half a thou');

  const drafts = () => asBen.evaluate(() => Object.values({ ...localStorage }).filter((value) => String(value).includes('Half a thou')).length);
  expect(await drafts()).toBe(1);
  await asBen.getByRole('button', { name: /Ben Hoffmann/ }).click();
  await asBen.getByRole('menuitem', { name: 'Sign out' }).click();
  await asBen.waitForURL(/sign-in/);
  expect(await drafts()).toBe(0);
});

test('a version can be read on a phone: each dimension of the assessment is named in its cell, nothing lies over anything', async ({ asAnna, contextAs, newScenario }) => {
  const cell = { change: 'significant', rationale: 'Leistungsverrechnungsgrundlagen statt Einmalzahlung' };
  const id = await newScenario(asAnna, { scenario: { ...scenario, assessment: { acme: { who: cell, what: cell, how: cell, value: cell } } } });
  const made = await asAnna.request.post(`/api/scenarios/${id}/snapshots`, { data: { name: 'On the train', requestId: randomUUID() } });
  expect(made.ok()).toBe(true);
  const page = await (await contextAs('li', { viewport: { width: 390, height: 844 } })).newPage();
  await page.goto(`/scenarios/${id}/snapshots/1?lang=zh`);
  const assessment = page.getByRole('region', { name: '评估' }).first();
  for (const dimension of ['谁：客户', '什么：价值主张', '如何：价值链', '价值：收益机制']) await expect(assessment.locator('td').filter({ hasText: dimension })).toBeVisible();
  const cells = await assessment.locator('tbody :is(th, td)').evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ left, right, top, bottom }) => ({ left, right, top, bottom })));
  expect(cells).toHaveLength(6);
  for (const [index, { left, right, top }] of cells.entries()) {
    expect([left >= 0, right <= 390]).toEqual([true, true]);
    if (index) expect(top).toBeGreaterThanOrEqual(cells[index - 1]!.bottom - 1);
  }
});
