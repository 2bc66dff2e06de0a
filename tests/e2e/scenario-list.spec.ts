import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e';

const row = (page: Page, id: string) => page.locator(`[data-scenario="${id}"]`);

test('the list shows who is in a scenario now', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna);
  await asAnna.goto('/scenarios');
  await expect(row(asAnna, id)).toContainText('Nobody');
  await asLi.goto(`/scenarios/${id}`);
  await expect(asLi.locator('[data-trust=saved]')).toBeVisible();
  await expect(row(asAnna, id)).toContainText('Li Ming', { timeout: 25_000 });
  await asLi.goto('/scenarios');
  await expect(row(asAnna, id)).toContainText('Nobody', { timeout: 45_000 });
});

test('the list finds by any language, and says when it finds nothing', async ({ asAnna, newScenario }) => {
  const unique = String(Date.now());
  const id = await newScenario(asAnna, { scenario: { title: { en: 'Zeppelin freight', zh: `飞艇货运${unique}` } } });
  await asAnna.goto('/scenarios');
  await asAnna.getByRole('searchbox', { name: 'Search scenarios' }).fill(`飞艇 ${unique}`);
  await expect(row(asAnna, id)).toBeVisible();
  await expect(asAnna.getByRole('status').filter({ hasText: /^1 scenario$/ })).toBeVisible();
  await asAnna.getByRole('searchbox', { name: 'Search scenarios' }).fill('no such thing at all');
  await expect(asAnna.getByText('No scenario matches')).toBeVisible();
});

test('a scenario is created from the skeleton, in the language of its title', async ({ contextAs }) => {
  const page = await (await contextAs('li', { locale: 'zh-CN' })).newPage();
  await page.goto('/scenarios');
  await page.getByRole('button', { name: '新建场景' }).click();
  const title = `起重机 ${Date.now()}`;
  await page.getByLabel('标题', { exact: true }).fill(title);
  await page.getByLabel('案例来源').selectOption('CN');
  await page.getByRole('dialog').getByRole('button', { name: '新建' }).click();
  await page.waitForURL(/\/scenarios\/[0-9a-f-]{36}/);
  await expect(page.getByRole('textbox', { name: '中文标题' })).toHaveValue(title);
  const id = new URL(page.url()).pathname.split('/').at(-1)!;
  const { scenario } = (await (await page.request.get(`/api/scenarios/${id}`)).json()) as { scenario: { title: object; origin: string } };
  expect(scenario).toMatchObject({ title: { en: '', de: '', zh: title }, origin: 'CN' });
});

test('a scenario begins with the network of another one, and leads back to it', async ({ asAnna, newScenario }) => {
  const template = await newScenario(asAnna, { scenario: { title: { en: 'Fleet' }, enterprises: [{ id: 'e', name: { en: 'Operator', de: '', zh: '' }, colour: 0, newInFuture: false, claim: null, claimReason: '' }] } });
  await asAnna.goto(`/scenarios/${template}`);
  await asAnna.getByRole('button', { name: 'About this scenario' }).click();
  await asAnna.getByRole('link', { name: 'Use as template…' }).click();
  const dialog = asAnna.getByRole('dialog', { name: 'New scenario' });
  await expect(dialog.getByRole('combobox', { name: 'Begin with' })).toHaveValue(template);
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Another fleet');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await asAnna.waitForURL((url) => /\/scenarios\/[0-9a-f-]{36}/.test(url.pathname) && !url.pathname.endsWith(template));
  await asAnna.getByRole('button', { name: 'About this scenario' }).click();
  await expect(asAnna.getByRole('link', { name: 'Fleet', exact: true })).toHaveAttribute('href', `/scenarios/${template}`);
  const { scenario } = (await (await asAnna.request.get(`/api${new URL(asAnna.url()).pathname}`)).json()) as { scenario: { enterprises: { id: string; name: { en: string } }[] } };
  expect(scenario.enterprises.map(({ name }) => name.en)).toEqual(['Operator']);
});

test('somebody who may not create scenarios is offered nothing of the kind', async ({ asOlga }) => {
  await asOlga.goto('/scenarios');
  await expect(asOlga.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(asOlga.getByRole('button', { name: 'New scenario' })).toHaveCount(0);
  await expect(asOlga.getByRole('button', { name: 'Import' })).toHaveCount(0);
});

test('an exported file can be imported again; a wrong one says where and what', async ({ asAnna, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: { title: { en: 'Round trip' } } });
  await asAnna.goto('/scenarios');
  await row(asAnna, id).getByRole('button', { name: /More for/ }).click();
  const [file] = await Promise.all([asAnna.waitForEvent('download'), asAnna.getByRole('menuitem', { name: 'Export (JSON)' }).click()]);
  expect(file.suggestedFilename()).toBe('Round trip.json');
  const json = await readFile(await file.path(), 'utf8');

  await asAnna.getByRole('button', { name: 'Import' }).click();
  const input = asAnna.locator('input[type=file]');
  const wrong = JSON.parse(json) as { scenario: { roles: unknown[] } };
  wrong.scenario.roles = [{ id: 'a', label: { en: 'x', de: 'x', zh: 'x' }, phases: { before: { enterprise: 'nobody', box: null } } }];
  await input.setInputFiles({ name: 'wrong.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(wrong)) });
  await expect(asAnna.getByRole('alert')).toContainText('$.scenario.roles[0]');
  await expect(asAnna.getByRole('alert')).toContainText('nobody');
  await input.setInputFiles({ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{"half":') });
  await expect(asAnna.getByRole('alert')).toContainText('broken.json');

  await input.setInputFiles({ name: 'right.json', mimeType: 'application/json', buffer: Buffer.from(json) });
  await asAnna.waitForURL(/\/scenarios\/[0-9a-f-]{36}/);
  const copy = new URL(asAnna.url()).pathname.split('/').at(-1)!;
  expect(copy).not.toBe(id);
  expect(await (await asAnna.request.get(`/api/scenarios/${copy}`)).json()).toEqual(JSON.parse(json));
});

test('a facilitator lets somebody in, changes their right, and takes it away; open pages follow', async ({ asAnna, asMei, newScenario }) => {
  const id = await newScenario(asAnna, { rights: { mei: null } });
  expect((await asMei.goto(`/scenarios/${id}`))?.status()).toBe(404);
  await asAnna.goto(`/scenarios/${id}`);
  await asAnna.getByRole('button', { name: 'Share' }).click();
  const right = asAnna.getByRole('combobox', { name: /Right of .*Mei/ });
  await asAnna.getByRole('searchbox', { name: 'Search people' }).fill('mei');
  await right.selectOption('editor');
  await expect(right).toHaveValue('editor');

  await asMei.goto(`/scenarios/${id}`);
  const title = asMei.getByRole('textbox', { name: 'Title in English' });
  await expect(title).toBeEditable();
  await right.selectOption('viewer');
  await expect(title).not.toBeEditable({ timeout: 6_000 });
  await right.selectOption('');
  await expect(asMei.getByRole('alert', { name: 'The connection was ended' })).toContainText('no longer have access', { timeout: 6_000 });
});

test('the last facilitator cannot shut everybody out', async ({ asAnna, newScenario }) => {
  const id = await newScenario(asAnna, { rights: { li: 'editor' } });
  await asAnna.goto(`/scenarios/${id}`);
  await asAnna.getByRole('button', { name: 'Share' }).click();
  const right = asAnna.getByRole('combobox', { name: /Right of Anna/ });
  await right.selectOption('viewer');
  await expect(asAnna.getByRole('dialog').getByRole('alert')).toContainText('last facilitator');
  await expect(right).toHaveValue('facilitator');
});
