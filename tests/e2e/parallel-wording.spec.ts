import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/e2e';

const paragraphs = (...texts: string[]) => texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
/** A description in three languages, handed in together. */
const translated = {
  sections: {
    description: {
      en: paragraphs('The maker sells the machine.', 'The user pays once.'),
      de: paragraphs('Der Hersteller verkauft die Maschine.', 'Der Anwender bezahlt einmal.'),
      zh: paragraphs('制造商销售设备。', '用户一次性付款。'),
    },
  },
};

const column = (page: Page, language: 'en' | 'de' | 'zh'): Locator => page.locator(`[data-item="section:description:${language}"]`);
const mark = (page: Page, language: 'de' | 'zh'): Locator => column(page, language).locator('[data-counterpart]');
const marked = (page: Page, language: 'de' | 'zh'): Locator => column(page, language).locator('.concerned');

test('a leading paragraph is reworded on one side: its counterparts are out of date on both until somebody says that they are right', async ({ contextAs, asOlga, newScenario }) => {
  const anna = await (await contextAs('anna', { locale: 'de-DE' })).newPage();
  const li = await (await contextAs('li', { locale: 'zh-CN' })).newPage();
  const id = await newScenario(anna, { scenario: translated });
  for (const page of [anna, li]) {
    await page.goto(`/scenarios/${id}?part=wording`);
    await expect(column(page, 'zh').getByRole('textbox')).toContainText('用户一次性付款。');
    for (const language of ['de', 'zh'] as const) await expect(mark(page, language)).toHaveCount(0);
  }
  await expect(column(anna, 'en')).toContainText('führt');

  await column(li, 'en').locator('p', { hasText: 'pays once' }).click();
  await li.keyboard.press('End');
  await li.keyboard.press('ArrowLeft');
  await li.keyboard.insertText(' more');
  await expect(mark(anna, 'de')).toHaveText('Veraltet: Englisch an 1 Stelle geändert');
  await expect(mark(li, 'zh')).toHaveText('待更新：英文有 1 处改动');
  await expect(marked(anna, 'de')).toHaveText('Der Anwender bezahlt einmal.');
  await expect(marked(li, 'zh')).toHaveText('用户一次性付款。');

  // rewording the counterpart alone does not take the mark away
  await column(anna, 'de').locator('p', { hasText: 'bezahlt einmal' }).click();
  await anna.keyboard.press('End');
  await anna.keyboard.insertText(' Mehr.');
  await expect(column(li, 'de')).toContainText('einmal. Mehr.');
  await expect(mark(anna, 'de')).toBeVisible();

  // who only reads sees what has changed, and can say nothing of it
  await asOlga.goto(`/scenarios/${id}?part=wording`);
  await mark(asOlga, 'de').click();
  const read = asOlga.getByRole('dialog', { name: 'Out of date: English changed in 1 place' });
  await expect(read).toContainText('The user pays once');
  await expect(read.locator('ins')).toContainText('more');
  await expect(read.getByRole('button')).toHaveCount(0);

  // by keyboard: open, say so
  await mark(anna, 'de').focus();
  await anna.keyboard.press('Enter');
  const changes = anna.getByRole('dialog', { name: /Veraltet/ });
  await expect(changes.locator('ins')).toContainText('more');
  await expect(changes.getByRole('button', { name: 'Stimmt weiterhin' })).toBeFocused();
  await anna.keyboard.press('Enter');
  for (const page of [anna, li]) {
    await expect(mark(page, 'de')).toHaveCount(0);
    await expect(marked(page, 'de')).toHaveCount(0);
    await expect(mark(page, 'zh')).toBeVisible();
  }
  await expect(column(anna, 'de').getByRole('textbox')).toBeFocused();

  // undo, by key and from the message
  await anna.keyboard.press('ControlOrMeta+z');
  for (const page of [anna, li]) await expect(mark(page, 'de')).toBeVisible();
  await mark(anna, 'de').click();
  await changes.getByRole('button', { name: 'Alles stimmt' }).click();
  await expect(mark(li, 'de')).toHaveCount(0);
  await anna.getByRole('region', { name: /Meldungen/ }).getByRole('button', { name: 'Rückgängig' }).click();
  await expect(mark(li, 'de')).toBeVisible();

  // the next change comes on top of what was right before it
  await mark(li, 'zh').click();
  await li.getByRole('dialog', { name: /待更新/ }).getByRole('button', { name: '仍然准确' }).click();
  await expect(mark(li, 'zh')).toHaveCount(0);
  await column(li, 'en').locator('p', { hasText: 'The maker' }).click();
  await li.keyboard.press('Home');
  await li.keyboard.insertText('Today ');
  await expect(mark(li, 'zh')).toHaveText('待更新：英文有 1 处改动');
  await expect(marked(li, 'zh')).toHaveText('制造商销售设备。');
  await expect(mark(anna, 'de')).toHaveText('Veraltet: Englisch an 2 Stellen geändert');
});

test('a new translation is unconfirmed until it is called right; another language leads, and what was right stays so', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: { sections: { description: { en: paragraphs('The maker sells the machine.'), de: paragraphs('Der Hersteller verkauft die Maschine.') } } } });
  for (const page of [asAnna, asLi]) await page.goto(`/scenarios/${id}?part=wording`);
  await column(asLi, 'zh').getByRole('textbox').click();
  await asLi.keyboard.insertText('制造商销售设备。');
  await expect(mark(asAnna, 'zh')).toHaveText('Not confirmed');
  await mark(asLi, 'zh').click();
  await asLi.getByRole('dialog', { name: 'Not confirmed' }).getByRole('button', { name: 'Right as it stands' }).click();
  await expect(mark(asAnna, 'zh')).toHaveCount(0);

  await asAnna.getByRole('button', { name: 'About this scenario' }).click();
  await asAnna.getByRole('dialog', { name: 'About this scenario' }).getByLabel('Leading language').selectOption('Chinese');
  await expect(column(asLi, 'zh')).toContainText('leads');
  await expect(asLi.locator('[data-counterpart]')).toHaveCount(0);
  await column(asLi, 'zh').getByRole('textbox').locator('p').click();
  await asLi.keyboard.press('Home');
  await asLi.keyboard.insertText('今天');
  await expect(mark(asAnna, 'de')).toHaveText('Out of date: Chinese changed in 1 place');
});

test('a collection makes German and Chinese authentic: an out-of-date text blocks the offer, with a link to it, until it is called right', async ({ asAnna, asLi, newScenario }) => {
  const sections = ['description', 'value-proposition', 'revenue-mechanism', 'business-model-innovation'];
  const wording = { en: paragraphs('The user pays once.'), de: paragraphs('Der Anwender bezahlt einmal.'), zh: paragraphs('用户一次性付款。') };
  const id = await newScenario(asAnna, { scenario: { sections: Object.fromEntries(sections.map((section) => [section, wording])) } });
  const title = ((await (await asAnna.request.get(`/api/scenarios/${id}`)).json()) as { scenario: { title: { en: string } } }).scenario.title.en;

  await asAnna.goto('/scenarios');
  await asAnna.getByRole('link', { name: 'Collections' }).click();
  await asAnna.getByRole('button', { name: 'New collection' }).click();
  const plan = asAnna.getByRole('dialog', { name: 'New collection' });
  await plan.getByRole('textbox', { name: 'English' }).fill(`Report ${id}`);
  await plan.getByRole('checkbox', { name: 'German' }).check();
  await plan.getByRole('checkbox', { name: 'Chinese' }).check();
  await plan.getByRole('checkbox', { name: 'English' }).uncheck();
  await plan.getByRole('button', { name: 'Create' }).click();
  await expect(asAnna.getByRole('heading', { level: 1, name: `Report ${id}` })).toBeVisible();
  await expect(asAnna.getByText('Authentic in German, Chinese')).toBeVisible();
  await asAnna.getByLabel('Add a scenario').selectOption({ label: title });
  await asAnna.getByRole('button', { name: 'Add', exact: true }).click();
  const row = asAnna.locator(`[data-scenario="${id}"]`);
  await expect(row).toContainText('Draft');
  await row.getByRole('link', { name: title }).click();
  await asAnna.getByRole('button', { name: 'About this scenario' }).click();
  await expect(asAnna.getByRole('link', { name: `Report ${id}` })).toBeVisible();

  for (const page of [asAnna, asLi]) await page.goto(`/scenarios/${id}?part=wording&panel=versions`);
  await column(asLi, 'en').getByRole('textbox').locator('p').click();
  await asLi.keyboard.press('Home');
  await asLi.keyboard.insertText('Today ');
  await expect(mark(asAnna, 'zh')).toBeVisible();

  const fix = async (name: string): Promise<Locator> => {
    await asAnna.getByRole('tabpanel').getByRole('textbox', { name: 'Name' }).fill(name);
    await asAnna.getByRole('tabpanel').getByRole('button', { name: /version/i }).first().click();
    await asAnna.getByRole('article').filter({ hasText: name }).getByRole('button', { name: 'Offer for signature…' }).click();
    return asAnna.getByRole('dialog', { name: /Offer version/ });
  };
  const blocked = await fix('Before');
  const said = blocked.getByRole('link', { name: /Not known to render the leading text/ });
  await expect(said).toHaveCount(2);
  await expect(blocked.getByRole('button', { name: /Offer version/ })).toBeDisabled();
  await said.last().click();
  await expect(asAnna).toHaveURL(/item=section:description:zh/);

  for (const language of ['de', 'zh'] as const) {
    await mark(asLi, language).click();
    await asLi.getByRole('dialog', { name: /Out of date/ }).getByRole('button', { name: 'All of it is right' }).click();
    await expect(mark(asAnna, language)).toHaveCount(0);
  }
  await asAnna.goto(`/scenarios/${id}?part=wording&panel=versions`);
  const free = await fix('After');
  await free.getByRole('button', { name: /Offer version/ }).click();
  await expect(asAnna.getByRole('banner').locator('[data-agreement]')).toContainText('in sign-off');
});
