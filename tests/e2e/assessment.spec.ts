import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/e2e';
import { textScenario } from '../support/text-scenario';

const cell = (page: Page, dimension: 'who' | 'what' | 'how' | 'value'): Locator => page.locator(`td[data-item="cell:acme:${dimension}"]`);
const verdict = (page: Page): Locator => page.getByRole('status', { name: 'Verdict on Acme' });

test('a cell is judged and reasoned by keyboard; the verdict follows on both sides; undo and redo', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: textScenario });
  for (const page of [asAnna, asLi]) {
    await page.goto(`/scenarios/${id}?part=assessment`);
    await expect(verdict(page)).toContainText('Open until all is judged');
  }
  const { keyboard } = asAnna;
  await cell(asAnna, 'who').focus();
  await keyboard.press('ArrowRight');
  await expect(cell(asAnna, 'what')).toBeFocused();
  await keyboard.press('2');
  await expect(verdict(asAnna)).toContainText('Business model innovated');
  await expect(verdict(asLi)).toContainText('Business model innovated');
  await expect(cell(asLi, 'what').getByRole('combobox')).toHaveValue('significant');

  await keyboard.press('Enter');
  await expect(cell(asAnna, 'what').getByRole('textbox')).toBeFocused();
  await keyboard.insertText('Availability instead of a machine.'); // in one go, so that it is one step on a slow machine, too
  await expect(cell(asLi, 'what').getByRole('textbox')).toHaveValue('Availability instead of a machine.');
  await expect(cell(asLi, 'what')).toContainText('Anna');
  await keyboard.press('Escape');
  await expect(cell(asAnna, 'what')).toBeFocused();

  await keyboard.press('ControlOrMeta+z');
  await expect(cell(asLi, 'what').getByRole('textbox')).toHaveValue('');
  await keyboard.press('ControlOrMeta+z');
  await expect(verdict(asLi)).toContainText('Open until all is judged');
  await keyboard.press('ControlOrMeta+Shift+z');
  await keyboard.press('ControlOrMeta+Shift+z');
  await expect(verdict(asLi)).toContainText('Business model innovated');

  for (const page of [asAnna, asLi]) {
    await page.reload();
    await expect(cell(page, 'what').getByRole('textbox')).toHaveValue('Availability instead of a machine.');
    await expect(verdict(page)).toContainText('Business model innovated');
  }
});

test('two people write into one rationale at once, and both are there', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: textScenario });
  for (const page of [asAnna, asLi]) await page.goto(`/scenarios/${id}?part=assessment`);
  const [hers, his] = [cell(asAnna, 'who').getByRole('textbox'), cell(asLi, 'who').getByRole('textbox')];
  await expect(his).toHaveValue('New customers.');
  await hers.click();
  await asAnna.keyboard.press('ControlOrMeta+Home');
  await his.click();
  await asLi.keyboard.press('ControlOrMeta+End');
  await Promise.all([asAnna.keyboard.type('Germany: ', { delay: 20 }), asLi.keyboard.type(' 中国同意。', { delay: 20 })]);
  for (const field of [hers, his]) await expect(field).toHaveValue('Germany: New customers. 中国同意。');
});
