import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/e2e';
import { textScenario } from '../support/text-scenario';

const panel = (page: Page): Locator => page.getByRole('tabpanel');
const card = (page: Page, text: string): Locator => page.getByRole('article').filter({ hasText: text });
const text = (page: Page, label: string): Locator => page.getByRole('textbox', { name: label });
const marks = (page: Page): Locator => page.locator('.comment-mark');
const english = 'Description, English';

/** The browser tells an editor of a moved caret a moment later; nobody types as fast as a test. */
async function caretArrives(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))));
}

test('words are discussed, a change of them is proposed, accepted by the other side and undone; others type around them, and delete them', async ({ asAnna, contextAs, newScenario }) => {
  test.slow();
  const id = await newScenario(asAnna, { scenario: textScenario });
  const li = await (await contextAs('li', { locale: 'zh-CN' })).newPage();
  await asAnna.goto(`/scenarios/${id}?part=wording`);
  await li.goto(`/scenarios/${id}?part=wording&panel=comments`);
  const theirs = li.locator('[data-item="section:description:en"] .ProseMirror');
  for (const field of [text(asAnna, english), theirs]) await expect(field).toContainText('Second paragraph.');

  await text(asAnna, english).locator('p').nth(1).click();
  await asAnna.keyboard.press('Home');
  for (let letter = 0; letter < 'Second'.length; letter++) await asAnna.keyboard.press('Shift+ArrowRight');
  await caretArrives(asAnna);
  await asAnna.keyboard.press('ControlOrMeta+Alt+m');
  await expect(panel(asAnna).getByRole('blockquote', { name: 'About this wording' })).toHaveText('Second');
  await expect(panel(asAnna).getByRole('textbox', { name: /Comment on/ })).toBeFocused();
  await asAnna.keyboard.type('Say which.');
  await panel(asAnna).getByRole('button', { name: 'Propose a change' }).click();
  await panel(asAnna).getByRole('textbox', { name: 'New text' }).fill('Last');
  await panel(asAnna).getByRole('button', { name: 'Send', exact: true }).click();

  await expect(card(li, 'Say which.').getByRole('blockquote')).toHaveText('Second');
  await expect(marks(li)).toHaveText('Second');
  // Li types around and before it, Anna before it: the mark stays with its word, on both sides
  await theirs.locator('p').nth(1).click();
  await li.keyboard.press('Home');
  await caretArrives(li);
  await li.keyboard.insertText('这是 ');
  await text(asAnna, english).locator('p').first().click();
  await asAnna.keyboard.press('End');
  await caretArrives(asAnna);
  await asAnna.keyboard.insertText(' More.');
  for (const page of [asAnna, li]) {
    await expect(page.locator('[data-item="section:description:en"] .ProseMirror p')).toHaveText(['First paragraph. More.', '这是 Second paragraph.']);
    await expect(marks(page)).toHaveText('Second');
  }

  await card(li, 'Say which.').getByRole('button', { name: '采纳', exact: true }).dblclick();
  for (const page of [asAnna, li]) await expect(page.locator('[data-item="section:description:en"] .ProseMirror p').nth(1)).toHaveText('这是 Last paragraph.');
  await expect(card(li, 'Say which.')).toHaveCount(0); // settled with it
  await panel(asAnna).getByRole('radio', { name: /Resolved 1/ }).click();
  await expect(card(asAnna, 'Say which.')).toContainText('Accepted by Li Ming 李明');
  await li.locator('body').press('ControlOrMeta+z');
  for (const page of [asAnna, li]) await expect(page.locator('[data-item="section:description:en"] .ProseMirror p').nth(1)).toHaveText('这是 Second paragraph.');
  await panel(asAnna).getByRole('radio', { name: /Open 1/ }).click();
  await expect(card(asAnna, 'Say which.').getByRole('button', { name: 'Accept' })).toBeEnabled();

  // the words go: the thread stays, with its quote
  await expect(marks(li)).toHaveText('Second');
  await text(asAnna, english).locator('p').nth(1).click();
  await asAnna.keyboard.press('Home');
  await asAnna.keyboard.press('Shift+End');
  await caretArrives(asAnna);
  await asAnna.keyboard.press('Delete');
  await expect(card(li, 'Say which.')).toContainText('已失去关联');
  await expect(card(li, 'Say which.').getByRole('blockquote')).toHaveText('Second');
  await expect(marks(li)).toHaveCount(0);
});

test('a change of several paragraphs is accepted on one screen and stands on both; undo takes back text and decision, redo makes both again, also after a reload', async ({ asAnna, contextAs, newScenario }) => {
  test.slow();
  const id = await newScenario(asAnna, { scenario: textScenario });
  const liContext = await contextAs('li', { locale: 'zh-CN' });
  const li = await liContext.newPage();
  await asAnna.goto(`/scenarios/${id}?part=wording`);
  await li.goto(`/scenarios/${id}?part=wording&panel=comments`);
  const lines = (page: Page): Locator => page.locator('[data-item="section:description:en"] .ProseMirror p');
  for (const page of [asAnna, li]) await expect(lines(page)).toHaveText(['First paragraph.', 'Second paragraph.']);

  await lines(asAnna).first().click();
  await asAnna.keyboard.press('Home');
  await asAnna.keyboard.press('Shift+ArrowDown');
  await asAnna.keyboard.press('Shift+End');
  await caretArrives(asAnna);
  await asAnna.keyboard.press('ControlOrMeta+Alt+m');
  await panel(asAnna).getByRole('button', { name: 'Propose a change' }).click();
  const field = panel(asAnna).getByRole('textbox', { name: 'New text' });
  await expect(field).toHaveValue('First paragraph.\nSecond paragraph.');
  await field.focus();
  await asAnna.keyboard.press('ControlOrMeta+Home');
  await asAnna.keyboard.press('End');
  await asAnna.keyboard.press('Enter');
  await asAnna.keyboard.insertText('Between them.');
  await panel(asAnna).getByRole('textbox', { name: /Comment on/ }).fill('One more.');
  await panel(asAnna).getByRole('button', { name: 'Send', exact: true }).click();
  await expect(card(li, 'One more.').locator('ins')).toContainText('¶');

  // Anna has typed what nobody has yet when Li accepts
  await asAnna.context().setOffline(true);
  await lines(asAnna).nth(1).click();
  await asAnna.keyboard.press('End');
  await caretArrives(asAnna);
  await asAnna.keyboard.insertText(' Typed offline.');
  await card(li, 'One more.').getByRole('button', { name: '采纳', exact: true }).click();
  await expect(lines(li)).toHaveText(['First paragraph.', 'Between them.', 'Second paragraph.']);
  await asAnna.context().setOffline(false);
  const both = ['First paragraph.', 'Between them.', 'Second paragraph. Typed offline.'];
  for (const page of [asAnna, li]) await expect(lines(page)).toHaveText(both);
  await panel(asAnna).getByRole('radio', { name: /Resolved 1/ }).click();
  await expect(card(asAnna, 'One more.')).toContainText('Accepted by Li Ming 李明');

  await li.locator('body').press('ControlOrMeta+z');
  const taken = ['First paragraph.', 'Second paragraph. Typed offline.'];
  for (const page of [asAnna, li]) await expect(lines(page)).toHaveText(taken);
  await panel(asAnna).getByRole('radio', { name: /Open 1/ }).click();
  for (const [page, name] of [[asAnna, 'Accept'], [li, '采纳']] as const) await expect(card(page, 'One more.').getByRole('button', { name, exact: true })).toBeEnabled();
  await li.locator('body').press('ControlOrMeta+Shift+z');
  for (const page of [asAnna, li]) await expect(lines(page)).toHaveText(both);
  await expect(card(asAnna, 'One more.')).toHaveCount(0);

  await li.reload();
  await li.getByRole('radio', { name: /已解决 1/ }).click();
  await card(li, 'One more.').getByRole('button', { name: '收回决定' }).click();
  for (const page of [asAnna, li]) await expect(lines(page)).toHaveText(taken);

  // once somebody has typed in it, it stays as it is, and Li is told
  await li.getByRole('radio', { name: /未解决 1/ }).click();
  await card(li, 'One more.').getByRole('button', { name: '采纳', exact: true }).click();
  for (const page of [asAnna, li]) await expect(lines(page)).toHaveText(both);
  await lines(asAnna).nth(1).click();
  await asAnna.keyboard.press('End');
  await caretArrives(asAnna);
  await asAnna.keyboard.press('Backspace');
  await asAnna.keyboard.insertText('!');
  const changed = ['First paragraph.', 'Between them!', 'Second paragraph. Typed offline.'];
  for (const page of [asAnna, li]) await expect(lines(page)).toHaveText(changed);
  await li.locator('body').press('ControlOrMeta+z');
  await expect(li.getByText('此处已被他人修改', { exact: false }).first()).toBeVisible();
  for (const page of [asAnna, li]) await expect(lines(page)).toHaveText(changed);
});

test('a proposal for a label is stale once the label has changed; one that still fits is accepted', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: textScenario });
  const post = (data: object) => asAnna.request.post(`/api/scenarios/${id}/threads`, { data: { requestId: randomUUID(), ...data } });
  await post({ item: 'role:insurer', body: 'Too narrow.', proposal: { part: 'label:en', before: 'Insurer', after: 'Risk taker' } });
  await post({ item: 'role:user', body: 'Operator?', proposal: { part: 'label:en', before: 'Machine user', after: 'Machine operator' } });
  for (const page of [asAnna, asLi]) await page.goto(`/scenarios/${id}?part=outline&panel=comments`);
  await expect(card(asLi, 'Too narrow.').locator('ins')).toContainText('Risk taker');

  await asAnna.locator('[data-row][data-item="role:insurer"]').getByRole('textbox').fill('Insurance company');
  await expect(card(asLi, 'Too narrow.')).toContainText('can no longer be accepted');
  await expect(card(asLi, 'Too narrow.').getByRole('button', { name: 'Accept' })).toBeDisabled();
  await card(asLi, 'Too narrow.').getByRole('button', { name: 'Reject' }).click();
  await expect(card(asAnna, 'Too narrow.')).toContainText('Rejected by Li Ming');

  await card(asLi, 'Operator?').getByRole('button', { name: 'Accept' }).click();
  await expect(asAnna.locator('[data-row][data-item="role:user"]').getByRole('textbox')).toHaveValue('Machine operator');
  await expect(card(asAnna, 'Operator?')).toHaveCount(0);

  // the role goes: its discussion stays, and says what it was about, also to whoever comes later
  await asAnna.locator('[data-row][data-item="role:insurer"]').getByRole('button', { name: /^Delete/ }).click();
  await expect(card(asLi, 'Too narrow.')).toHaveAccessibleName(/“Insurer”/);
  await asLi.reload();
  await expect(card(asLi, 'Too narrow.')).toHaveAccessibleName(/“Insurer”/);
});

test('a delegation keeps a thread to itself: on the other side it is in no page, answer, frame or count, until it is released', async ({ asAnna, asBen, contextAs, newScenario }) => {
  test.slow();
  const id = await newScenario(asAnna, { scenario: textScenario });
  const secret = `Secret-${randomUUID()}`;
  const li = await (await contextAs('li', { locale: 'zh-CN' })).newPage();
  const heard: string[] = [];
  li.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => heard.push(typeof payload === 'string' ? payload : payload.toString('latin1'))));
  const answered: Promise<string>[] = [];
  li.on('response', (response) => answered.push(response.text().catch(() => '')));
  await li.goto(`/scenarios/${id}?part=outline&panel=comments`);
  await expect(panel(li).getByText('还没有人发表意见')).toBeVisible();
  for (const page of [asAnna, asBen]) await page.goto(`/scenarios/${id}?part=outline&panel=comments`);

  await panel(asAnna).getByRole('textbox').first().fill(secret);
  await panel(asAnna).getByRole('checkbox', { name: 'Internal to our delegation' }).check();
  await panel(asAnna).getByRole('button', { name: 'Send', exact: true }).click();
  await expect(card(asBen, secret)).toContainText('Internal to DE');
  const thread = (await card(asBen, secret).getAttribute('data-thread'))!;
  await card(asBen, secret).getByRole('button', { name: 'Reply' }).click();
  await asBen.keyboard.type('Agreed, inside.');
  await asBen.keyboard.press('Control+Enter');
  await expect(card(asAnna, 'Agreed, inside.')).toBeVisible();

  // something that Li does hear, so that what came before has had its time
  await panel(asBen).getByRole('textbox', { name: /Comment on/ }).fill('For everybody');
  await panel(asBen).getByRole('button', { name: 'Send', exact: true }).last().click();
  await expect(card(li, 'For everybody')).toBeVisible();
  await expect(li.getByRole('radio', { name: '未解决 1' })).toBeVisible();
  for (const path of ['', '?panel=versions', `?thread=${thread}`]) {
    await li.goto(`/scenarios/${id}${path}`);
    await expect(li.getByRole('banner')).toBeVisible();
  }
  await expect(panel(li).getByText('链接所指的讨论不存在')).toBeVisible();
  for (const path of ['', '/threads', '/readers', '/snapshots', '/positions', '/figure.svg?lang=en&figure=network']) answered.push(li.request.get(`/api/scenarios/${id}${path}`).then((response) => response.text()));
  for (const path of ['/scenarios', '/inbox']) answered.push(li.request.get(path).then((response) => response.text()));
  for (const [method, path] of [['post', 'comments'], ['put', 'resolution'], ['put', 'release'], ['delete', 'resolution']] as const) {
    const answer = await li.request[method](`/api/scenarios/${id}/threads/${thread}/${path}`, { data: { body: 'x', requestId: randomUUID() } });
    expect([path, answer.status()]).toEqual([path, 404]);
  }
  for (const said of [...heard, ...(await Promise.all(answered))]) {
    expect(said).not.toContain(secret);
    expect(said).not.toContain('Agreed, inside.');
  }
  for (const frame of heard) expect(frame).not.toContain(thread);

  await card(asBen, secret).getByRole('button', { name: 'More about this thread' }).click();
  await asBen.getByRole('menuitem', { name: 'Release to everybody…' }).click();
  await card(asBen, secret).getByRole('button', { name: 'Release thread' }).click();
  await expect(card(li, secret)).toContainText('Agreed, inside.');
  await expect(card(asAnna, secret)).not.toContainText('Internal');
  await li.reload();
  await expect(card(li, secret)).toBeVisible();
});

test('a comment is edited, translated, deleted; somebody is mentioned by keyboard, asked to act, and finds it', async ({ asAnna, contextAs, newScenario }) => {
  test.slow();
  const id = await newScenario(asAnna, { scenario: textScenario });
  const li = await (await contextAs('li', { locale: 'zh-CN' })).newPage();
  await li.goto(`/scenarios/${id}?part=outline&panel=comments`);
  await asAnna.goto(`/scenarios/${id}?part=outline&panel=comments`);

  const field = panel(asAnna).getByRole('textbox', { name: /Comment on/ });
  await field.click();
  await asAnna.keyboard.type('Please look, @li');
  await expect(asAnna.getByRole('listbox', { name: 'Mention someone' }).getByRole('option')).toHaveCount(1);
  await asAnna.keyboard.press('Enter');
  await expect(field).toHaveValue('Please look, @Li Ming 李明 ');
  await asAnna.keyboard.type('soon');
  await panel(asAnna).getByRole('combobox', { name: 'Type' }).selectOption('technical');
  await field.press('Control+Enter');
  await expect(card(li, 'Please look').locator('b')).toHaveText('@Li Ming 李明');
  await expect(card(li, 'Please look')).toContainText('技术性');

  const more = (page: Page, name: string): Locator => card(page, 'Please look').getByRole('button', { name });
  await more(li, 'Anna Weber的意见：更多操作').click();
  await li.getByRole('menuitem', { name: '翻译……' }).click();
  await card(li, 'Please look').getByRole('textbox', { name: '中文译文' }).fill('请看一下。');
  await li.keyboard.press('Control+Enter');
  await expect(card(asAnna, 'Please look')).toContainText('请看一下。');
  await expect(card(asAnna, 'Please look')).toContainText('Chinese, translated by Li Ming 李明');

  await more(asAnna, 'More about the comment by Anna Weber').click();
  await asAnna.getByRole('menuitem', { name: 'Edit' }).click();
  await card(asAnna, 'Please look').getByRole('textbox', { name: 'Edit comment' }).fill('Please look again, @Li Ming 李明');
  await asAnna.keyboard.press('Control+Enter');
  await expect(card(li, 'Please look again')).toContainText('已编辑');
  await expect(card(li, 'Please look again')).toContainText('译文早于原意见的修改');

  await card(asAnna, 'Please look').getByRole('button', { name: 'More about this thread' }).click();
  await asAnna.getByRole('menuitem', { name: 'Assign…' }).click();
  await card(asAnna, 'Please look').getByRole('combobox', { name: 'Assigned to' }).selectOption({ label: 'Chinese delegation' });
  await card(asAnna, 'Please look').getByLabel('Due on').fill('2031-05-12');
  await card(asAnna, 'Please look').getByRole('button', { name: 'Save' }).click();
  await expect(card(li, 'Please look')).toContainText('已指派给中国代表团，2031年5月12日截止');

  await panel(li).getByRole('button', { name: '筛选' }).click();
  await panel(li).getByRole('combobox', { name: '范围' }).selectOption('mine');
  await expect(card(li, 'Please look')).toBeVisible();
  await panel(li).getByRole('combobox', { name: '类型' }).first().selectOption('editorial');
  await expect(card(li, 'Please look')).toHaveCount(0);
  await expect(panel(li).getByText('没有符合筛选条件的讨论')).toBeVisible();

  const comment = (await card(asAnna, 'Please look').locator('[data-comment]').first().getAttribute('data-comment'))!;
  await li.goto(`/scenarios/${id}?part=outline&comment=${comment}`);
  await expect(card(li, 'Please look').locator(`[data-comment="${comment}"]`)).toBeInViewport();

  await more(asAnna, 'More about the comment by Anna Weber').click();
  await asAnna.getByRole('menuitem', { name: 'Delete…' }).click();
  await card(asAnna, 'Please look').getByRole('button', { name: 'Delete comment' }).click();
  await expect(panel(asAnna).getByText('Deleted by the author')).toBeVisible();
  await expect(li.getByText('作者已删除')).toBeVisible();
  await li.reload();
  await expect(li.getByText('作者已删除')).toBeVisible();
  await expect(li.getByText('Please look')).toHaveCount(0);
});

test('what is unread is marked until it was in view, for each person', async ({ asAnna, asLi, asMei, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: textScenario });
  await asAnna.request.post(`/api/scenarios/${id}/threads`, { data: { item: 'scenario', body: 'New to you', requestId: randomUUID() } });
  const unread = async (page: Page): Promise<number> => ((await (await page.request.get(`/api/scenarios/${id}/threads`)).json()) as { threads: { unread: number }[] }).threads[0]!.unread;
  expect(await unread(asLi)).toBe(1);
  await asLi.goto(`/scenarios/${id}?part=outline&panel=comments`);
  await expect(card(asLi, 'New to you')).toContainText('1 new');
  await expect(card(asLi, 'New to you')).not.toContainText('1 new');
  expect(await unread(asLi)).toBe(0);
  expect(await unread(asMei)).toBe(1);
});

test('in a long list a discussion far away is its words, and is whole where one looks; what is being written stays', async ({ asAnna, newScenario, sql }) => {
  const id = await newScenario(asAnna);
  const [anna] = await sql<{ id: string }>("select id from people where email = 'anna@example.org'");
  for (let number = 0; number < 60; number++) {
    const thread = randomUUID();
    await sql("insert into threads (id, scenario_id, item, created_by) values ($1, $2, 'scenario', $3)", [thread, id, anna!.id]);
    await sql('insert into comments (thread_id, author_id, body, request_id) values ($1, $2, $3, $4)', [thread, anna!.id, `Point (${number}) ${'and more. '.repeat(20)}`, randomUUID()]);
  }
  await asAnna.goto(`/scenarios/${id}?part=outline&panel=comments`);
  const cards = asAnna.getByRole('article');
  const [first, last] = [cards.first(), cards.last()];
  await expect(cards).toHaveCount(60);
  await expect(last).toContainText('and more.');
  await expect(last.getByRole('button')).toHaveCount(0);
  await first.getByRole('button', { name: 'Reply' }).click();
  await first.getByRole('textbox').fill('Half a rep');
  await last.scrollIntoViewIfNeeded();
  await last.getByRole('button', { name: 'Resolve' }).focus();
  await expect(cards.nth(1).getByRole('button')).toHaveCount(0);
  await expect(first.getByRole('textbox')).toHaveValue('Half a rep');
});
