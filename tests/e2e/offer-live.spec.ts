import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { getDocumentProxy } from 'unpdf';
import { languages } from '@/lib/domain/languages';
import { expect, test } from '../support/e2e';
import { largeScenario } from '../support/large-scenario';
import { wordedScenario } from '../support/worded-scenario';
import { wordsOf } from '../support/words';

interface Offered {
  readonly number: number;
  readonly hash: string;
  readonly offer: number;
}

async function offered(page: Page, id: string): Promise<Offered> {
  const snapshot = (await (await page.request.post(`/api/scenarios/${id}/snapshots`, { data: { name: 'Fixed', requestId: randomUUID() } })).json()) as { number: number; hash: string };
  const answer = await page.request.post(`/api/scenarios/${id}/offers`, { data: { ...snapshot, requestId: randomUUID() } });
  expect(answer.status()).toBe(200);
  return { ...snapshot, offer: ((await answer.json()) as { position: number }).position };
}
const post = async (page: Page, id: string, { offer, hash }: Offered, what: string, over: Record<string, unknown> = {}): Promise<void> => {
  const answer = await page.request.post(`/api/scenarios/${id}/offers/${offer}/${what}`, { data: { ...(what !== 'withdrawal' && { hash }), requestId: randomUUID(), ...over } });
  expect(answer.status()).toBe(200);
};
const agree = async (pages: readonly Page[], id: string): Promise<Offered> => {
  const offer = await offered(pages[0]!, id);
  for (const page of pages) await post(page, id, offer, 'signatures', { password: 'demo' });
  return offer;
};
/** A page asks every second; the rest is for a machine that is busy with the tests as well. */
const soon = { timeout: 6_000 };
const password = (page: Page): Locator => page.locator('input[type=password]');

test('an open offer shows what the others do without a reload, and leaves what is being typed alone', async ({ contextAs, asAnna, asBen, asMei, newScenario, sql }) => {
  test.slow();
  const li = await (await contextAs('li', { locale: 'zh-CN' })).newPage();
  const id = await newScenario(asAnna, { scenario: wordedScenario });
  const first = await offered(asAnna, id);
  for (const page of [asAnna, li, asMei]) await page.goto(`/scenarios/${id}/offers/${first.offer}`);
  await asBen.goto(`/scenarios/${id}?part=outline`);

  await li.getByText('拒绝签署').first().click();
  await li.getByRole('textbox', { name: '理由' }).fill('还没有');
  await asAnna.getByRole('textbox', { name: /Your function/ }).fill('Head of standards');
  await password(asAnna).pressSequentially('de');
  const untouched = async (): Promise<void> => {
    await expect(password(asAnna)).toBeFocused();
    await expect(password(asAnna)).toHaveValue('de');
    await expect(asAnna.getByRole('textbox', { name: /Your function/ })).toHaveValue('Head of standards');
  };
  const untouchedByBoth = async (): Promise<void> => {
    await untouched();
    await expect(li.getByRole('textbox', { name: '理由' })).toHaveValue('还没有');
  };
  await expect(asAnna.getByText('has changed since')).toHaveCount(0);

  const [mei] = await sql<{ id: string }>("select id from people where email = 'mei@example.org'");
  await post(li, id, first, 'deputies', { person: mei!.id });
  await expect(asAnna.getByText('Just now: Li Ming 李明 named Wang Mei 王梅 a deputy for China.')).toBeVisible(soon);
  await expect(password(asMei)).toBeVisible(soon);
  await untouchedByBoth();

  await post(asMei, id, first, 'refusals', { reason: 'Not cleared at home yet' });
  await expect(asAnna.getByText('Just now: Wang Mei 王梅 declined for China.')).toBeVisible(soon);
  await expect(asAnna.getByText('Reason: Not cleared at home yet')).toBeVisible();
  await untouchedByBoth();

  await asBen.getByRole('textbox', { name: /title/i }).first().fill('Another title');
  await expect(asAnna.getByText('The live text has changed since in 1 item.')).toBeVisible(soon);
  await expect(li.getByText('此后实时文本有 1 项改动')).toBeVisible(soon);
  await untouchedByBoth();

  await post(asMei, id, first, 'signatures', { password: 'demo' });
  await expect(asAnna.getByText('Just now: Wang Mei 王梅 signed for China.')).toBeVisible(soon);
  await expect(li.getByText('贵代表团已签署')).toBeVisible(soon);
  await untouched();
  await asAnna.keyboard.type('mo');
  await expect(password(asAnna)).toHaveValue('demo');

  // a newer offer ends this one: whoever was typing is told why there is nothing to sign
  const second = await offered(li, id);
  await expect(asAnna.getByText('A newer version has been offered. There is nothing left to sign here.')).toBeFocused(soon);
  await expect(password(asAnna)).toHaveCount(0);
  await asAnna.getByRole('link', { name: 'Go to the newer offer' }).click();
  await expect(asAnna).toHaveURL(new RegExp(`/offers/${second.offer}$`));
  await expect(password(asAnna)).toBeVisible();
  await post(li, id, second, 'withdrawal', { reason: 'A mistake' });
  await expect(asAnna.getByText('The offer has been withdrawn. There is nothing left to sign here.')).toBeVisible(soon);
});

test('the live text is compared with the version agreed last: the number follows edits, undo and restoring', async ({ asAnna, asLi, newScenario }) => {
  test.slow();
  const id = await newScenario(asAnna, { scenario: wordedScenario });
  const first = await agree([asAnna, asLi], id);
  for (const page of [asAnna, asLi]) await page.goto(`/scenarios/${id}?part=outline&panel=versions`);
  const bar = (page: Page): Locator => page.getByRole('banner').locator('[data-agreement]');
  const title = asAnna.getByRole('textbox', { name: /title/i }).first();
  const differs = async (number: number, items: number): Promise<void> => {
    for (const page of [asAnna, asLi]) {
      if (items === 0) await expect(bar(page)).not.toContainText('Differs');
      else await expect(bar(page)).toContainText(`Differs from agreed version ${number} in ${items} ${items === 1 ? 'item' : 'items'}`);
    }
  };
  await differs(1, 0);
  await title.fill('Fleet by the hour');
  await differs(1, 1);
  await asLi.getByRole('button', { name: 'Add role' }).click();
  await asLi.keyboard.type('Insurer of machines');
  await asLi.keyboard.press('Enter');
  await differs(1, 2);
  // name and role are a step each; once both are taken back there is nothing left to undo
  const undo = asLi.getByRole('button', { name: 'Undo', exact: true }).first();
  await expect(async () => {
    if (await undo.isEnabled()) await undo.click({ timeout: 500 });
    await expect(undo).toBeDisabled({ timeout: 500 });
  }).toPass();
  await differs(1, 1);

  const second = await agree([asAnna, asLi], id);
  await differs(2, 0);
  await title.fill('Fleet, once more');
  await differs(2, 1);
  const restored = await asAnna.request.post(`/api/scenarios/${id}/snapshots/${first.number}/restorations`, { data: { requestId: randomUUID() } });
  expect(restored.status()).toBe(200);
  await differs(second.number, 1);
  await asAnna.request.post(`/api/scenarios/${id}/snapshots/${second.number}/restorations`, { data: { requestId: randomUUID() } });
  await differs(second.number, 0);

  await title.fill('Fleet by the minute');
  await differs(second.number, 1);
  const third = await offered(asAnna, id);
  await asLi.goto(`/scenarios/${id}/offers/${third.offer}`);
  await expect(asLi.getByRole('heading', { name: 'Differences from agreed version 2' })).toBeVisible();
  await expect(asLi.locator('article del').filter({ hasText: 'hour' })).toBeVisible();
  await expect(asLi.locator('article ins').filter({ hasText: 'minute' })).toBeVisible();
});

test('a brief with hundreds of reservations prints on one page, in each language', async ({ asAnna, asLi, newScenario }) => {
  test.slow();
  const { schemaVersion: _, ...large } = largeScenario({ roles: 120, relations: 200, words: 6_000 });
  const id = await newScenario(asAnna, { scenario: large });
  const offer = await offered(asAnna, id);
  const { items } = (await (await asLi.request.get(`/api/scenarios/${id}/snapshots/${offer.number}/items`)).json()) as { items: { name: string; hash: string }[] };
  const said = await asLi.request.post(`/api/scenarios/${id}/positions`, {
    data: { stance: 'reservation', note: '在本国完成审批之前保留意见。Until it has been cleared at home. '.repeat(6), items: items.map(({ name, hash }) => ({ name, hash })), requestId: randomUUID() },
  });
  expect(said.status()).toBe(200);
  for (const language of languages) {
    const reserved = (await wordsOf(language))('positions.stances.reservation');
    await asAnna.goto(`/scenarios/${id}/offers/${offer.offer}?lang=${language}`);
    expect(await asAnna.getByRole('listitem').filter({ hasText: reserved }).count()).toBeGreaterThan(5);
    const pages = async (file: Uint8Array): Promise<number> => (await getDocumentProxy(new Uint8Array(file))).numPages;
    expect(await pages(await asAnna.pdf({ format: 'A4' }))).toBe(1);
    expect(await pages(await (await asAnna.request.get(`/api/scenarios/${id}/offers/${offer.offer}/brief.pdf?lang=${language}`)).body())).toBe(1);
  }
});
