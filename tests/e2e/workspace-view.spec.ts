import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/e2e';

const title = (page: Page, language = 'English') => page.getByRole('textbox', { name: `Title in ${language}` });
const saved = (page: Page) => expect(page.locator('[data-trust=saved]')).toBeVisible();
const network = {
  enterprises: [{ id: 'maker', name: { en: 'Maker', de: 'Hersteller', zh: '制造商' }, colour: 0, newInFuture: false }],
  roles: [
    { id: 'one', label: { en: 'Supplier', de: 'Lieferant', zh: '供应商' }, phases: { before: { enterprise: 'maker', box: [0, 0, 160, 64] } } },
    { id: 'two', label: { en: 'Analyst', de: 'Auswertung', zh: '分析' }, phases: { after: { enterprise: null, box: [0, 0, 160, 64] } } },
  ],
  sections: { description: { en: [{ type: 'paragraph', content: [{ type: 'text', text: 'Written down once.' }] }] } },
};

test('figure and wording can be read without any script', async ({ contextAs, asAnna, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: { title: { en: 'Read first' }, ...network } });
  const page = await (await contextAs('olga', { javaScriptEnabled: false })).newPage();
  await page.goto(`/scenarios/${id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Read first' })).toBeVisible();
  await expect(page.locator('figure svg')).toBeVisible();
  await expect(page.locator('figure svg')).toContainText('Supplier');
  await expect(page.getByText('Written down once.')).toBeVisible();
});

test('undo and redo by key, also in another part than the edit', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: { title: { en: 'First' } } });
  await asAnna.goto(`/scenarios/${id}?part=figure`);
  await asLi.goto(`/scenarios/${id}`);
  await saved(asAnna);
  await saved(asLi);
  await title(asAnna).fill('Second');
  await expect(title(asLi)).toHaveValue('Second');
  await title(asAnna).press('ControlOrMeta+z');
  await expect(title(asLi)).toHaveValue('First');
  await asAnna.getByRole('radio', { name: 'Outline' }).focus();
  await asAnna.keyboard.press('ControlOrMeta+Shift+z');
  await expect(title(asLi)).toHaveValue('Second');
  await asAnna.getByRole('button', { name: 'Undo' }).click();
  await expect(title(asLi)).toHaveValue('First');
  await expect(asAnna.getByRole('button', { name: 'Undo' })).toBeDisabled();
  // Only one's own: Li has done nothing.
  await expect(asLi.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('a link leads to a part, a phase, an item and the panel, and the address follows what one looks at', async ({ asAnna, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: { title: { en: 'Links' }, ...network } });
  await asAnna.goto(`/scenarios/${id}?part=outline&phase=after&item=role:two&panel=versions`);
  await expect(asAnna.getByRole('radio', { name: 'Outline' })).toBeChecked();
  await expect(asAnna.getByRole('tab', { name: 'Versions' })).toHaveAttribute('aria-selected', 'true');
  await expect(asAnna.locator('[data-item="role:two"]').first()).toBeInViewport();
  await expect(asAnna).toHaveURL(/part=outline&phase=after&item=role:two&panel=versions/);

  await asAnna.getByRole('radio', { name: 'Figure' }).click();
  await expect(asAnna).toHaveURL(/part=figure/);
  await asAnna.getByRole('tab', { name: /Comments/ }).click();
  await expect(asAnna).toHaveURL(/panel=comments/);
  await asAnna.reload();
  await expect(asAnna.getByRole('radio', { name: 'Figure' })).toBeChecked();
  await expect(asAnna.getByRole('tab', { name: /Comments/ })).toHaveAttribute('aria-selected', 'true');
  // Looking around does not fill the history.
  await asAnna.goto('/scenarios');
  await asAnna.goBack();
  await expect(asAnna.getByRole('radio', { name: 'Figure' })).toBeChecked();
});

test('the language changes in place: nothing typed, opened or chosen is lost', async ({ asAnna, asMei, newScenario }) => {
  // Mei remembers her language; nobody else's tests look at it
  const id = await newScenario(asAnna, { scenario: { title: { en: 'Three languages', de: 'Drei Sprachen' }, ...network } });
  await asMei.goto(`/scenarios/${id}?part=outline&panel=comments`);
  await saved(asMei);
  await asMei.evaluate(() => Object.assign(window, { notReloaded: true }));
  const composer = asMei.getByRole('complementary').getByRole('textbox').first();
  await composer.fill('Half a thought');
  for (const [choose, lang, heading] of [['Deutsch', 'de', 'Wertschöpfungsnetzwerk'], ['中文', 'zh-Hans', '价值网络'], ['English', 'en', 'Value network']] as const) {
    await asMei.getByRole('banner').getByRole('button', { name: /Language of the interface|Sprache|语言/ }).click();
    await asMei.getByRole('menuitemradio', { name: choose }).click();
    await expect(asMei.getByRole('heading', { level: 2, name: heading })).toBeVisible();
    await expect(asMei.locator('html')).toHaveAttribute('lang', lang);
    await expect(asMei.getByRole('complementary').getByRole('textbox').first()).toHaveValue('Half a thought');
  }
  expect(await asMei.evaluate(() => 'notReloaded' in window)).toBe(true);
  await asMei.getByRole('banner').getByRole('button', { name: /Language of the interface/ }).click();
  await asMei.getByRole('menuitemradio', { name: 'Deutsch' }).click();
  await expect(asMei.getByRole('textbox', { name: 'Titel auf Deutsch' })).toHaveValue('Drei Sprachen');
  await asMei.reload();
  await expect(asMei.getByRole('heading', { level: 2, name: 'Wertschöpfungsnetzwerk' })).toBeVisible();
});

test('on a narrow screen the parts are tabs', async ({ contextAs, asAnna, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: { title: { en: 'Narrow' }, ...network } });
  const page = await (await contextAs('li', { viewport: { width: 390, height: 800 } })).newPage();
  await page.goto(`/scenarios/${id}`);
  await saved(page);
  const tabs = page.getByRole('navigation', { name: 'Parts of the scenario' });
  await expect(page.locator('figure svg')).toBeVisible();
  await tabs.getByRole('button', { name: 'Wording' }).click();
  await expect(page.getByText('Written down once.')).toBeVisible();
  await expect(page.locator('figure svg')).toBeHidden();
  await tabs.getByRole('button', { name: 'Assessment' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  await tabs.getByRole('button', { name: 'Discussion' }).click();
  await expect(page.getByRole('tab', { name: 'Versions' })).toBeVisible();
  await tabs.getByRole('button', { name: 'Network' }).click();
  await expect(page.locator('figure svg')).toBeVisible();
  // Nothing but the figure and the table needs to be pushed sideways.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('by touch, in German: the bar takes two rows, its tools come when asked for, and a position is two taps away', async ({ contextAs, asAnna, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: { title: { en: 'By touch', de: 'Instandhaltung nach Zustand im Wertschöpfungsnetzwerk' }, ...network } });
  const page = await (await contextAs('anna', { locale: 'de-DE', hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })).newPage();
  await page.goto(`/scenarios/${id}?panel=agreement`);
  await expect(page.locator('[data-trust=saved]')).toBeVisible();
  const bar = page.getByRole('banner');
  const centres = await bar.locator('a, button').filter({ visible: true }).evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ top, height }) => Math.round((top + height / 2) / 20)));
  expect(new Set(centres).size).toBeLessThanOrEqual(2);
  await expect(bar.getByRole('button', { name: 'Teilen' })).toBeHidden();
  await bar.getByRole('button', { name: 'Weitere Werkzeuge' }).tap();
  await expect(bar.getByRole('button', { name: 'Teilen' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar.getByRole('button', { name: 'Teilen' })).toBeHidden();
  await expect(bar.getByRole('button', { name: 'Weitere Werkzeuge' })).toBeFocused();

  const row = page.locator('[data-agree]').first();
  for (const control of await row.locator('label, button').filter({ visible: true }).all()) {
    const { width, height } = (await control.boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  }
  await row.getByRole('button', { name: 'Votum abgeben' }).tap();
  await row.getByRole('button', { name: 'Zustimmung' }).tap();
  await expect(row.locator('[data-mark="DE agree"]')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

for (const width of [390, 800])
  test(`nothing is cut off at ${width} pixels: the list, the assessment, a figure`, async ({ asAnna, newScenario }) => {
    const id = await newScenario(asAnna, { scenario: { title: { en: 'Small window', de: 'Wertschöpfungsnetzwerkbeschreibungen im schmalen Fenster' }, origin: 'DE', ...network } });
    await asAnna.setViewportSize({ width, height: 844 });
    const fits = async (): Promise<void> => expect(await asAnna.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const visibleWhole = async (what: Locator): Promise<void> => {
      const box = (await what.boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
    };
    await asAnna.goto('/scenarios');
    await visibleWhole(asAnna.locator(`[data-scenario="${id}"] [data-agreement]`));
    await visibleWhole(asAnna.locator(`[data-scenario="${id}"]`).getByRole('button'));
    await fits();
    await asAnna.goto(`/scenarios/${id}?part=assessment`);
    await saved(asAnna);
    await visibleWhole(asAnna.getByRole('gridcell').first());
    await fits();
    await asAnna.goto(`/scenarios/${id}?part=figure`);
    await saved(asAnna);
    await fits();
  });

test('a small window opens with the figure and says so; the canvas comes when it is asked for, and what looks chosen is shown', async ({ asAnna, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: { title: { en: 'Small' }, ...network } });
  await asAnna.setViewportSize({ width: 800, height: 720 });
  await asAnna.goto(`/scenarios/${id}`);
  await saved(asAnna);
  const way = (name: string) => asAnna.getByRole('radio', { name });
  const tools = asAnna.getByRole('toolbar', { name: 'Tools' });
  await expect(way('Figure')).toBeChecked();
  await expect(asAnna.locator('figure svg')).toBeVisible();
  await expect(asAnna.getByRole('radio', { name: 'Before' })).toHaveCount(0); // the figure shows both phases
  await way('Canvas').click();
  await expect(tools).toBeVisible({ timeout: 30_000 });
  await expect(way('Canvas')).toBeChecked();
  await expect(asAnna.locator('figure svg')).toHaveCount(0);
  await way('Figure').click();
  await expect(tools).toHaveCount(0);
  await asAnna.getByRole('button', { name: 'Edit on the canvas' }).click();
  await expect(way('Canvas')).toBeChecked();
  await expect(tools).toBeVisible();
  await asAnna.reload();
  await expect(way('Canvas')).toBeChecked();
  await expect(tools).toBeVisible({ timeout: 30_000 });
});

for (const [locale, cellName] of [['en-GB', 'Who: customer'], ['de-DE', 'Wer: Kunde'], ['zh-CN', '谁：客户']] as const)
  test(`the assessment fits into a window of 800 pixels and of 390, by touch, in ${locale}`, async ({ contextAs, asLi, asAnna, newScenario }) => {
    const name = { en: 'Instandhaltungsdienstleister', de: 'Instandhaltungsdienstleister für Fertigungsplattformen', zh: '设备预测性维护与远程运维服务平台运营企业' };
    const cell = { change: 'significant', rationale: 'Nutzungsabhängige Entgelte statt einer einmaligen Zahlung.' };
    const id = await newScenario(asAnna, {
      scenario: { ...network, enterprises: [{ id: 'maker', name, colour: 0 }], assessment: { maker: { who: { change: null, rationale: '' }, what: cell, how: cell, value: cell } } },
    });
    await asLi.goto(`/scenarios/${id}?part=assessment`);
    const page = await (await contextAs('ben', { locale, hasTouch: true, viewport: { width: 800, height: 720 } })).newPage();
    for (const width of [800, 390]) {
      await page.setViewportSize({ width, height: 720 });
      await page.goto(`/scenarios/${id}?part=assessment`);
      await saved(page);
      const grid = page.getByRole('grid');
      await expect(grid).toContainText(cellName);
      const pushed = await grid.evaluate((table) => {
        const boxes = [...table.querySelectorAll<HTMLElement>('[data-at]')];
        const box = table.closest<HTMLElement>('[data-part=assessment]')!;
        const spills = boxes.filter((each) => [...each.querySelectorAll<HTMLElement>('span, textarea, label')].some((part) => part.getBoundingClientRect().right > each.getBoundingClientRect().right + 1));
        return { sideways: box.scrollWidth - box.clientWidth, spills: spills.map((each) => each.innerText) };
      });
      expect(pushed).toEqual({ sideways: 0, spills: [] });
    }
    const who = page.locator('[data-item="cell:maker:who"]');
    await who.getByRole('combobox').selectOption('significant');
    await who.getByRole('textbox').tap();
    await page.keyboard.insertText('新客户');
    const his = asLi.locator('[data-item="cell:maker:who"]');
    await expect(his.getByRole('combobox')).toHaveValue('significant');
    await expect(his.getByRole('textbox')).toHaveValue('新客户');
    await asLi.reload();
    await expect(his.getByRole('textbox')).toHaveValue('新客户');
  });

test('the command menu runs actions of the parts by key alone; Escape leads back', async ({ asAnna, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: { title: { en: 'Commands' }, ...network } });
  await asAnna.goto(`/scenarios/${id}?part=figure`);
  await saved(asAnna);
  await asAnna.keyboard.press('ControlOrMeta+k');
  await asAnna.getByPlaceholder('Search for a command').fill('outline');
  await asAnna.keyboard.press('Enter');
  await expect(asAnna.getByRole('radio', { name: 'Outline' })).toBeChecked();
  await asAnna.keyboard.press('ControlOrMeta+k');
  await asAnna.getByPlaceholder('Search for a command').fill('texts only');
  await asAnna.keyboard.press('Enter');
  await expect.poll(async () => (await asAnna.locator('main').getByRole('separator').boundingBox())!.y).toBeLessThan(80);
  await title(asAnna).focus();
  await asAnna.keyboard.press('ControlOrMeta+k');
  await asAnna.getByPlaceholder('Search for a command').fill('network and texts');
  await asAnna.keyboard.press('Enter');
  await expect(title(asAnna)).toBeFocused();
  await asAnna.keyboard.press('ControlOrMeta+k');
  await expect(asAnna.getByRole('dialog', { name: 'Commands' })).toBeVisible();
  await asAnna.keyboard.press('Escape');
  await expect(title(asAnna)).toBeFocused();
  await expect(asAnna.getByRole('dialog', { name: 'Commands' })).toBeHidden();
});

test('panes keep their sizes', async ({ asAnna, newScenario }) => {
  const id = await newScenario(asAnna);
  await asAnna.goto(`/scenarios/${id}?part=figure`);
  await saved(asAnna);
  const separator = asAnna.getByRole('separator', { name: 'Height of the texts' });
  const before = (await separator.boundingBox())!;
  await separator.focus();
  for (let press = 0; press < 3; press++) await asAnna.keyboard.press('ArrowUp');
  const after = (await separator.boundingBox())!;
  expect(after.y).toBeLessThan(before.y - 20);
  await asAnna.reload();
  await saved(asAnna);
  expect(Math.abs((await separator.boundingBox())!.y - after.y)).toBeLessThan(6);
});

test('the theme changes at once and is remembered', async ({ asAnna }) => {
  await asAnna.goto('/scenarios');
  await asAnna.getByRole('button', { name: 'Appearance' }).click();
  await asAnna.getByRole('menuitemradio', { name: 'Dark' }).click();
  const background = () => asAnna.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await expect.poll(background).toBe('rgb(22, 24, 27)');
  await asAnna.reload();
  expect(await background()).toBe('rgb(22, 24, 27)');
});
