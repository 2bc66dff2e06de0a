import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/e2e';
import { Desk } from './desk';

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

test('a collection makes English and Chinese authentic: an out-of-date text blocks the offer, with a link to it, until it is called right; the record names them', async ({ contextAs, newScenario, sql }) => {
  const sections = ['description', 'value-proposition', 'revenue-mechanism', 'business-model-innovation'];
  const wording = { en: paragraphs('The user pays once.'), de: paragraphs('Der Anwender bezahlt einmal.'), zh: paragraphs('用户一次性付款。') };
  const page = await (await contextAs('anna', { locale: 'de-DE' })).newPage();
  const id = await newScenario(page, { scenario: { sections: Object.fromEntries(sections.map((section) => [section, wording])) } });
  const other = await newScenario(page);
  const titles = await sql<{ id: string; title: string }>("select id, summary->'title'->>'en' as title from scenarios where id in ($1, $2)", [id, other]);
  const titleOf = (scenario: string): string => titles.find((each) => each.id === scenario)!.title;

  await page.goto('/scenarios');
  await page.getByRole('link', { name: 'Sammlungen' }).click();
  await page.getByRole('button', { name: 'Neue Sammlung' }).click();
  const plan = page.getByRole('dialog', { name: 'Neue Sammlung' });
  await expect(plan.getByRole('checkbox', { name: 'Englisch' })).toBeDisabled(); // one at least
  await plan.getByRole('checkbox', { name: 'Chinesisch' }).check();
  await plan.getByRole('group', { name: 'Name', exact: true }).getByRole('textbox', { name: 'Deutsch' }).fill(`Bericht ${id}`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: `Bericht ${id}` })).toBeVisible();
  await expect(page.getByText('Verbindlich: Englisch und Chinesisch')).toBeVisible();
  const rows = page.locator('[data-scenario]');
  for (const [index, scenario] of [other, id].entries()) {
    await page.getByLabel('Szenario aufnehmen').selectOption({ label: titleOf(scenario) });
    await page.getByRole('button', { name: 'Aufnehmen', exact: true }).click();
    await expect(rows).toHaveCount(index + 1);
  }
  // into another order by key, out of it, and back to its place
  await page.getByRole('button', { name: `„${titleOf(id)}“ nach oben` }).press('Enter');
  await expect(rows.first()).toHaveAttribute('data-scenario', id);
  await page.getByRole('button', { name: `„${titleOf(id)}“ herausnehmen` }).click();
  await expect(rows).toHaveCount(1);
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toHaveAttribute('data-scenario', id);
  await rows.first().getByRole('link', { name: titleOf(id) }).click();
  await page.getByRole('button', { name: 'Zu diesem Szenario' }).click();
  await expect(page.getByRole('link', { name: `Bericht ${id}` })).toBeVisible();

  const [anna, li] = [await Desk.at((settings) => contextAs('anna', settings), 'de', id), await Desk.at((settings) => contextAs('li', settings), 'zh', id)];
  for (const desk of [anna, li]) await desk.open('wording', 'versions');
  await column(anna.page, 'en').locator('p').click();
  await anna.page.keyboard.press('Home');
  await anna.page.keyboard.insertText('Today ');
  for (const desk of [anna, li]) await expect(mark(desk.page, 'zh')).toBeVisible();
  await expect(anna.page.locator('[data-trust=saved]')).toBeVisible();

  await anna.fix('Vorher');
  const blocked = [];
  for (const [desk, said] of [[anna, 'Verbindlicher Text veraltet oder nicht bestätigt: Beschreibung (Chinesisch)'], [li, '作准文本待更新或待确认：场景描述（中文）']] as const) {
    await desk.version('Vorher').getByRole('button', { name: desk.words('signing.offer.open') }).click();
    const dialog = desk.page.getByRole('dialog');
    await expect(dialog.getByRole('link')).toHaveText([said]); // German may wait
    await expect(dialog.getByRole('button', { name: desk.words('signing.offer.button', { number: 1 }) })).toBeDisabled();
    blocked.push(dialog);
  }
  await blocked[1]!.getByRole('link').click();
  await expect(li.page).toHaveURL(/item=section:description:zh/);
  await expect(column(li.page, 'zh')).toBeInViewport();

  await mark(li.page, 'zh').click();
  await li.page.getByRole('dialog', { name: /待更新/ }).getByRole('button', { name: '仍然准确' }).click();
  await expect(mark(anna.page, 'zh')).toHaveCount(0);
  await expect(li.page.locator('[data-trust=saved]')).toBeVisible();
  await anna.offer(2, 'Nachher');
  await expect(li.state).toHaveAttribute('data-agreement', 'signing');
  await li.openOffer('Nachher');
  await li.sign(2);
  await anna.page.goto((await li.page.evaluate(() => location.pathname)).replace(/\/?$/, '/record'));
  await expect(anna.page.getByRole('article')).toContainText(/Verbindliche Sprachen\s*Englisch, Chinesisch/);
});
