import { problemsOf } from '../support/axe';
import { expect, test } from '../support/e2e';

const scenario = {
  title: { en: 'For everybody' },
  enterprises: [{ id: 'maker', name: { en: 'Maker', de: 'Hersteller', zh: '制造商' }, colour: 0, newInFuture: false }],
  roles: [
    { id: 'one', label: { en: 'Supplier', de: 'Lieferant', zh: '供应商' }, phases: { before: { enterprise: 'maker', box: [0, 0, 160, 64] } } },
    { id: 'two', label: { en: 'Analyst', de: 'Auswertung', zh: '分析' }, phases: { before: { enterprise: null, box: [320, 0, 160, 64] } } },
  ],
  relations: [{ id: 'first', label: { en: 'delivers', de: 'liefert', zh: '交付' }, kind: 'product', source: 'one', target: 'two', phases: ['before'] }],
};

for (const theme of ['light', 'dark'] as const) {
  test(`nothing that axe finds stands in anybody's way (${theme})`, async ({ contextAs, asLi, newScenario, baseURL }) => {
    test.slow(); // axe reads every element of six pages
    const context = await contextAs('anna');
    await context.addCookies([{ name: 'theme', value: theme, url: baseURL! }]);
    const page = await context.newPage();
    const id = await newScenario(page, { scenario });
    await asLi.goto(`/scenarios/${id}`);
    const problems = () => problemsOf(page);
    await page.goto('/scenarios');
    await expect(page.locator(`[data-scenario="${id}"]`)).toBeVisible();
    expect(await problems()).toEqual([]);
    for (const query of ['?part=figure&panel=comments', '?part=outline&panel=versions', '?part=outline&panel=agreement&item=cell:maker:who', '?part=network']) {
      await page.goto(`/scenarios/${id}${query}`);
      await expect(page.locator('[data-trust=saved]')).toBeVisible();
      await expect(page.getByRole('grid').first()).toBeVisible();
      if (query.includes('agreement')) {
        await page.getByRole('tabpanel').getByRole('button', { name: 'Agree', exact: true }).click();
        await expect(page.getByRole('button', { name: 'Withdraw', exact: true })).toBeVisible();
      }
      if (query.includes('network')) await expect(page.locator('.tl-container')).toBeVisible();
      expect(await problems(), query).toEqual([]);
    }
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
    expect(await problems(), 'commands').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Share' }).click();
    await expect(page.getByRole('combobox', { name: /Right of Anna/ })).toBeVisible();
    expect(await problems(), 'share').toEqual([]);
  });
}
