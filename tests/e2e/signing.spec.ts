import { randomUUID } from 'node:crypto';
import type { APIResponse, Locator, Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from '../support/e2e';
import { wordedScenario } from '../support/worded-scenario';

const panel = (page: Page): Locator => page.getByRole('tabpanel');
const bar = (page: Page): Locator => page.getByRole('banner').locator('[data-agreement]');
const version = (page: Page, name: string): Locator => page.getByRole('article').filter({ hasText: name });

interface Fixed {
  readonly number: number;
  readonly hash: string;
}

/** What the panel does, by the same addresses. */
async function fixed(page: Page, id: string, name = 'Fixed'): Promise<Fixed> {
  const answer = await page.request.post(`/api/scenarios/${id}/snapshots`, { data: { name, requestId: randomUUID() } });
  expect(answer.status()).toBe(200);
  return (await answer.json()) as Fixed;
}
async function offered(page: Page, id: string, name?: string): Promise<Fixed & { readonly offer: number }> {
  const snapshot = await fixed(page, id, name);
  const answer = await page.request.post(`/api/scenarios/${id}/offers`, { data: { ...snapshot, requestId: randomUUID() } });
  expect(answer.status()).toBe(200);
  return { ...snapshot, offer: ((await answer.json()) as { position: number }).position };
}
const signing = (page: Page, id: string, { offer, hash }: { offer: number; hash: string }, over: Record<string, unknown> = {}): Promise<APIResponse> =>
  page.request.post(`/api/scenarios/${id}/offers/${offer}/signatures`, { data: { hash, password: 'demo', requestId: randomUUID(), ...over } });
const codeOf = async (answer: APIResponse): Promise<string | number> => (answer.ok() ? answer.status() : ((await answer.json()) as { error: { code: string } }).error.code);

test('an offer is signed by both sides, on a screen and on a phone, while others edit; agreed on both screens; then once more', async ({ contextAs, asBen, newScenario }) => {
  test.slow();
  const anna = await (await contextAs('anna', { locale: 'de-DE' })).newPage();
  const li = await (await contextAs('li', { locale: 'zh-CN' })).newPage();
  const phone = await (await contextAs('li', { locale: 'zh-CN', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })).newPage();
  const id = await newScenario(anna, { scenario: wordedScenario });
  for (const page of [anna, li]) await page.goto(`/scenarios/${id}?part=outline&panel=versions`);
  await expect(bar(li)).toHaveText('草案');

  await panel(anna).getByRole('textbox', { name: 'Name' }).fill('Nach der Sitzung');
  await panel(anna).getByRole('button', { name: /Fassung/ }).click();
  await version(anna, 'Nach der Sitzung').getByRole('button', { name: 'Zur Zeichnung vorlegen …' }).click();
  await anna.getByRole('dialog').getByRole('button', { name: 'Fassung 1 vorlegen' }).dblclick();
  await expect(bar(li)).toHaveText('版本 1 签署中');

  await asBen.goto(`/scenarios/${id}?part=outline`);
  const title = asBen.getByRole('textbox', { name: /title/i }).first();
  for (let edit = 1; edit <= 50; edit++) await title.fill(`Edited meanwhile ${edit}`);
  await expect(anna.getByRole('textbox', { name: /Titel/ }).first()).toHaveAttribute('placeholder', 'Edited meanwhile 50');

  await version(anna, 'Nach der Sitzung').getByRole('link', { name: 'Kurzfassung lesen und zeichnen' }).click();
  await expect(anna.getByRole('heading', { level: 1 })).not.toContainText('Edited meanwhile');
  await expect(anna.getByText('bisher keine Fassung angenommen')).toBeVisible();
  await anna.getByRole('textbox', { name: /Ihre Funktion/ }).click(); // waits until the page is alive; what is filled in before is lost
  await anna.getByRole('textbox', { name: /Ihre Funktion/ }).fill('Leiterin Normung');
  const passwordOf = (page: Page): Locator => page.locator('input[type=password]');
  await passwordOf(anna).fill('wrong');
  await anna.getByRole('button', { name: 'Fassung 1 zeichnen' }).click();
  await expect(anna.getByRole('alert').filter({ hasText: 'Das Passwort ist falsch' })).toBeVisible();
  await passwordOf(anna).fill('demo');
  await anna.getByRole('button', { name: 'Fassung 1 zeichnen' }).dblclick();
  await expect(passwordOf(anna)).toHaveCount(0);
  await expect(version(li, 'Nach der Sitzung')).toContainText('Anna Weber');
  await expect(bar(li)).toHaveText('版本 1 签署中');

  await phone.goto((await version(li, 'Nach der Sitzung').getByRole('link', { name: '阅读摘要并签署' }).getAttribute('href'))!);
  await expect(phone.getByRole('heading', { name: /代表中/ })).toBeVisible();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await passwordOf(phone).tap();
  await phone.keyboard.type('demo');
  await phone.getByRole('button', { name: '签署版本 1' }).tap();
  await expect(passwordOf(phone)).toHaveCount(0);
  await expect(phone.getByText('已协商一致').first()).toBeVisible();

  await expect(bar(li)).toContainText('版本 1 已协商一致');
  await anna.goto(`/scenarios/${id}?part=outline&panel=versions`);
  await expect(bar(anna)).toContainText('Fassung 1');
  await expect(version(anna, 'Nach der Sitzung').getByRole('link', { name: 'Urkunde' })).toBeVisible();

  // once more: what was edited meanwhile becomes the next agreement
  const second = await offered(anna, id, 'Zweite');
  await expect(bar(li)).toContainText('版本 2');
  await li.goto(`/scenarios/${id}/offers/${second.offer}`);
  await expect(li.getByRole('heading', { name: '与已协商一致的版本 1 的差异' })).toBeVisible();
  expect((await signing(anna, id, second)).status()).toBe(200);
  expect((await signing(li, id, second)).status()).toBe(200);
  await expect(bar(anna)).toContainText('Fassung 2');
  await expect(bar(anna)).toHaveAttribute('data-agreement', 'agreed');

  // the record: on the page and as PDF, in three languages, with what one needs to check it
  await li.goto(`/scenarios/${id}/offers/${second.offer}/record`);
  const record = li.getByRole('article');
  for (const words of ['签署记录', 'Record of sign-off', 'Zeichnungsurkunde', second.hash, 'Anna Weber', 'Li Ming 李明', 'UTC']) await expect(record.getByText(words).first()).toBeVisible();
  const pdf = await li.request.get(`/api/scenarios/${id}/offers/${second.offer}/record.pdf?lang=de`);
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await pdf.body())), { mergePages: true });
  const printed = text.replace(/\s/g, '');
  for (const words of ['签署记录', 'Recordofsign-off', 'Zeichnungsurkunde', second.hash, 'AnnaWeber', '李明', '北京', 'Peking', 'Beijing']) expect(printed).toContain(words);
  const head = /npmrunverify----head(\d+-[0-9a-f]{64})/.exec(printed)?.[1];
  expect(head).toBeTruthy();
  const brief = await anna.request.get(`/api/scenarios/${id}/offers/${second.offer}/brief.pdf?lang=zh`);
  const read = (await extractText(await getDocumentProxy(new Uint8Array(await brief.body())), { mergePages: true })).text.replace(/\s/g, '');
  for (const words of ['差异', '表态', '未解决的意见', second.hash]) expect(read).toContain(words);
});

test('a side declines with a reason and names a deputy, who signs; the offer is withdrawn by a record of its own', async ({ asAnna, asLi, asMei, newScenario }) => {
  test.slow();
  const id = await newScenario(asAnna, { scenario: wordedScenario, rights: { mei: 'viewer' } });
  await asAnna.goto(`/scenarios/${id}?part=outline&panel=versions`);
  const first = await offered(asAnna, id, 'First');
  const path = `/scenarios/${id}/offers/${first.offer}`;
  expect(await codeOf(await signing(asMei, id, first))).toBe('forbidden');
  await asMei.goto(path);
  await expect(asMei.getByRole('button', { name: 'Sign version 1' })).toHaveCount(0);

  await asLi.goto(path);
  await asLi.getByText('Decline to sign').click();
  await asLi.getByRole('textbox', { name: 'Reason' }).fill('The revenue mechanism is <b>unclear</b>.');
  await asLi.getByRole('button', { name: 'Decline', exact: true }).click();
  await expect(version(asAnna, 'First')).toContainText('Reason: The revenue mechanism is <b>unclear</b>.');
  await expect(version(asAnna, 'First')).toContainText('Declined by Li Ming 李明');

  await asLi.reload();
  await asLi.getByText('Name a deputy').click();
  await asLi.getByRole('combobox').selectOption({ label: 'Wang Mei 王梅' });
  await asLi.getByRole('button', { name: 'Name as deputy' }).click();
  await expect(asLi.getByRole('article').getByText('Li Ming 李明 named Wang Mei 王梅 a deputy for China.')).toBeVisible();
  await asMei.reload();
  await asMei.locator('input[type=password]').fill('demo');
  await asMei.getByRole('button', { name: 'Sign version 1' }).click();
  await expect(asMei.getByRole('button', { name: 'Sign version 1' })).toHaveCount(0);
  await expect(version(asAnna, 'First')).toContainText('Signed by Wang Mei 王梅');
  await expect(bar(asAnna)).toHaveText('Version 1 in sign-off');

  await asAnna.goto(path);
  await asAnna.getByText('Withdraw the offer').first().click();
  await asAnna.getByRole('button', { name: 'Withdraw the offer' }).click();
  await expect(asAnna.getByText('Offer withdrawn')).toBeVisible();
  expect(await codeOf(await signing(asAnna, id, first))).toBe('offer-ended');
  await asAnna.goto(`/scenarios/${id}?part=outline&panel=versions`);
  await expect(bar(asAnna)).toHaveText('Draft');
  await asAnna.goto(`${path}/record`);
  for (const words of ['declined for China', 'a deputy for China', 'withdrew the offer']) await expect(asAnna.getByRole('article').getByText(words).first()).toBeVisible();
});

test('what blocks an offer is listed, with links that lead there', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: { ...wordedScenario, sections: { description: wordedScenario.sections.description } } });
  const list = (await (await asLi.request.get(`/api/scenarios/${id}/positions`)).json()) as { sides: unknown[] };
  expect(list.sides.length).toBeGreaterThan(1);
  const snapshot = await fixed(asAnna, id, 'Unfinished');
  const items = (await (await asLi.request.get(`/api/scenarios/${id}/snapshots/1/items`)).json()) as { items: { name: string; hash: string }[] };
  const maker = items.items.find(({ name }) => name === 'role:maker')!;
  const said = await asLi.request.post(`/api/scenarios/${id}/positions`, { data: { stance: 'disagree', note: 'No', items: [{ name: maker.name, hash: maker.hash }], requestId: randomUUID() } });
  expect(said.status()).toBe(200);

  await asAnna.goto(`/scenarios/${id}?part=outline&panel=versions`);
  await version(asAnna, 'Unfinished').getByRole('button', { name: 'Offer for signature…' }).click();
  const dialog = asAnna.getByRole('dialog');
  await expect(dialog.getByRole('link')).toHaveText([
    'Chinese delegation disagrees: Role “Machine maker”',
    'Authentic text missing: Value proposition (English)',
    'Authentic text missing: Revenue mechanism (English)',
    'Authentic text missing: Business model innovation (English)',
  ]);
  await expect(dialog.getByRole('button', { name: 'Offer version 1' })).toBeDisabled();
  const refused = await asAnna.request.post(`/api/scenarios/${id}/offers`, { data: { ...snapshot, requestId: randomUUID() } });
  expect(await codeOf(refused)).toBe('offer-blocked');
  // Li comes round while Anna looks at it
  const agreed = await asLi.request.post(`/api/scenarios/${id}/positions`, { data: { stance: 'agree', note: '', items: [{ name: maker.name, hash: maker.hash }], requestId: randomUUID() } });
  expect(agreed.status()).toBe(200);
  await expect(dialog.getByRole('link', { name: /disagrees/ })).toHaveCount(0);
  await expect(dialog.getByRole('link')).toHaveCount(3);
  await dialog.getByRole('link', { name: /Value proposition/ }).click();
  await expect(asAnna).toHaveURL(/item=section:value-proposition:en/);
});

test('the password is asked for again; the same press of the button leads to the same record, although the offer has ended meanwhile', async ({ asAnna, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: wordedScenario, rights: { li: null } });
  const { hash, offer } = await offered(asAnna, id);
  const signatures = `/api/scenarios/${id}/offers/${offer}/signatures`;
  const answer = { hash, requestId: randomUUID() };
  expect(await codeOf(await asAnna.request.post(signatures, { data: { ...answer, password: '' } }))).toBe('wrong-password');
  const sign = async (): Promise<unknown> => (await asAnna.request.post(signatures, { data: { ...answer, password: 'demo' } })).json();
  const record = await sign();
  expect(record).toMatchObject({ position: expect.any(Number) as unknown });
  await asAnna.request.post(`/api/scenarios/${id}/offers`, { data: { ...(await fixed(asAnna, id, 'Second')), requestId: randomUUID() } });
  expect(await sign()).toEqual(record);
});

test('a facilitator closes editing for everybody and opens it again; comments go on meanwhile', async ({ asAnna, asBen, contextAs, newScenario }) => {
  const li = await (await contextAs('li', { locale: 'zh-CN' })).newPage();
  const id = await newScenario(asAnna, { scenario: wordedScenario });
  await fixed(asAnna, id);
  for (const page of [asAnna, asBen, li]) await page.goto(`/scenarios/${id}?part=outline&panel=versions`);
  const title = asBen.getByRole('textbox', { name: /title/i }).first();
  await title.fill('Before it was closed');
  await expect(asAnna.getByRole('textbox', { name: /title/i }).first()).toHaveValue('Before it was closed');

  await panel(asAnna).getByRole('button', { name: 'Close editing' }).click();
  for (const [page, words] of [[asBen, 'Editing is closed.'], [li, '编辑已停止。'], [asAnna, 'Editing is closed.']] as const) await expect(page.getByRole('status').filter({ hasText: words })).toBeVisible({ timeout: 5_000 });
  await expect(title).not.toBeEditable();
  await expect(title).toHaveValue('Before it was closed');
  const comment = await asBen.request.post(`/api/scenarios/${id}/threads`, { data: { item: 'scenario', body: 'Still to be said', requestId: randomUUID() } });
  expect(comment.status()).toBe(200);
  expect(await codeOf(await asAnna.request.post(`/api/scenarios/${id}/snapshots/1/restorations`, { data: { requestId: randomUUID() } }))).toBe('frozen');
  expect(await codeOf(await asBen.request.delete(`/api/scenarios/${id}/freeze`))).toBe('forbidden');

  await panel(li).getByRole('button', { name: '重新开放编辑' }).click();
  await expect(asBen.getByRole('status').filter({ hasText: 'Editing is closed.' })).toHaveCount(0);
  await expect(title).toBeEditable();
  await title.fill('After it was opened again');
  await expect(asAnna.getByRole('textbox', { name: /title/i }).first()).toHaveValue('After it was opened again');
});
