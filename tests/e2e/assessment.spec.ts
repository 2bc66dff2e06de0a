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

test('evidence is edited, the cell asks both sides for a re-check, one confirms, and it is gone on both', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: textScenario });
  for (const page of [asAnna, asLi]) await page.goto(`/scenarios/${id}?part=outline`);
  const { keyboard } = asAnna;
  const details = asAnna.locator('[data-details="cell:acme:who"]');

  // by keyboard alone: the details, a reason, and a relation as evidence
  await cell(asAnna, 'who').focus();
  await keyboard.press('Space');
  await expect(details.getByRole('textbox', { name: 'Before: Acme, Who: customer' })).toBeFocused();
  await keyboard.insertText('Owners of machines');
  await details.getByRole('button', { name: 'Add a reason' }).press('Enter');
  await expect(asAnna.getByRole('combobox', { name: 'Reasons for the change' })).toBeFocused();
  await keyboard.insertText('segment');
  await expect(asAnna.locator('[data-pick="new-customer-segment"]')).toHaveAttribute('data-selected', 'true');
  await keyboard.press('Enter');
  await expect(cell(asLi, 'who')).toContainText('New customer segment');
  await keyboard.press('Escape');
  await details.getByRole('button', { name: 'Add evidence' }).press('Enter');
  await asAnna.locator('[data-pick="relation:sells"]').click();
  await keyboard.press('Escape');
  await expect(cell(asLi, 'who')).toContainText('1 piece of evidence');
  await expect(cell(asAnna, 'who').locator('[data-recheck]')).toHaveCount(0);

  await asLi.getByLabel('delivers machine: kind').selectOption('data');
  for (const page of [asAnna, asLi]) await expect(cell(page, 'who').locator('[data-recheck]')).toHaveText('re-check 1 piece of evidence');
  await expect(details.locator('[data-evidence="relation:sells"]')).toHaveAttribute('data-state', 'changed');
  await asAnna.emulateMedia({ media: 'print' }); // on paper each cell says what stands behind it
  for (const said of ['Owners of machines', 'New customer segment', /delivers machine.* · re-check/]) await expect(cell(asAnna, 'who').locator('dd').filter({ hasText: said })).toBeVisible();
  await expect(details).toBeHidden();
  await asAnna.emulateMedia({ media: 'screen' });
  await details.getByRole('button', { name: /^Still holds/ }).click();
  for (const page of [asAnna, asLi]) await expect(cell(page, 'who').locator('[data-recheck]')).toHaveCount(0);

  // what it was comes back: that is another change since; undone, nothing is left to look at
  await asLi.getByLabel('delivers machine: kind').selectOption('product');
  await expect(cell(asAnna, 'who').locator('[data-recheck]')).toHaveCount(1);
  await asLi.getByLabel('delivers machine: kind').selectOption('data');
  for (const page of [asAnna, asLi]) await expect(cell(page, 'who').locator('[data-recheck]')).toHaveCount(0);

  await cell(asLi, 'who').getByRole('button', { name: /^Before, after, reasons and evidence/ }).click();
  await expect(asLi.getByRole('textbox', { name: 'Before: Acme, Who: customer' })).toHaveValue('Owners of machines');

  // a sentence as evidence, from the text itself: rewritten by one, it asks the other
  const description = (page: Page): Locator => page.locator('[data-item="section:description:en"] .ProseMirror');
  await description(asLi).locator('p').first().click();
  await asLi.keyboard.press('ControlOrMeta+Home');
  await asLi.keyboard.press('Shift+End');
  await asLi.getByRole('button', { name: 'Link the selected words as evidence' }).click();
  await asLi.locator('[data-pick="acme:how"]').click();
  await expect(cell(asAnna, 'how')).toContainText('1 piece of evidence');
  await description(asAnna).locator('p').first().click();
  await keyboard.press('ControlOrMeta+Home');
  await keyboard.press('ArrowRight'); // what is put before the sentence is not part of it
  await keyboard.press('i');
  await expect(cell(asLi, 'how').locator('[data-recheck]')).toHaveText('re-check 1 piece of evidence');
});
