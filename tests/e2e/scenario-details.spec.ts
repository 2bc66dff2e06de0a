import type { Locator, Page } from '@playwright/test';
import { saved } from '../support/canvas';
import { expect, test } from '../support/e2e';
import { inputMethodOf } from '../support/input-method';

const details = (page: Page, name = 'About this scenario'): Locator => page.getByRole('dialog', { name });
const origin = (page: Page): Locator => details(page).getByLabel('Origin of the example');
const bestPractice = (page: Page): Locator => details(page).getByRole('textbox', { name: 'Best practice' });
const open = async (page: Page, id: string): Promise<void> => {
  await page.goto(`/scenarios/${id}?part=figure`);
  await saved(page);
};

test('origin and best practice are edited by keyboard from the command menu; the other side and the list follow; undo and redo', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: { origin: 'DE' } });
  for (const page of [asAnna, asLi]) await open(page, id);
  await asLi.getByRole('button', { name: 'About this scenario' }).click();
  await expect(origin(asLi)).toHaveValue('DE');

  const { keyboard } = asAnna;
  await keyboard.press('ControlOrMeta+k');
  await asAnna.getByPlaceholder('Search for a command').fill('about this');
  await keyboard.press('Enter');
  await expect(origin(asAnna)).toBeFocused();
  await keyboard.type('China');
  await expect(origin(asLi)).toHaveValue('CN');
  await keyboard.press('Tab');
  await expect(bestPractice(asAnna)).toBeFocused();
  await keyboard.type('Value-Based Service');
  await expect(details(asLi)).toContainText('Anna');
  await expect(bestPractice(asLi)).toHaveValue(''); // nobody sees half a name
  await keyboard.press('Enter');
  await expect(bestPractice(asLi)).toHaveValue('Value-Based Service');

  // Escape gives up what is being typed, then leads back.
  await keyboard.type(' and more');
  await keyboard.press('Escape');
  await expect(bestPractice(asAnna)).toHaveValue('Value-Based Service');
  await keyboard.press('ControlOrMeta+z');
  await expect(bestPractice(asLi)).toHaveValue('');
  await keyboard.press('ControlOrMeta+z');
  await expect(origin(asLi)).toHaveValue('DE');
  for (let steps = 0; steps < 2; steps++) await keyboard.press('ControlOrMeta+Shift+z');
  await expect(origin(asLi)).toHaveValue('CN');
  await expect(bestPractice(asLi)).toHaveValue('Value-Based Service');
  await keyboard.press('Escape');
  await expect(details(asAnna)).toBeHidden();
  await expect(asAnna.getByRole('button', { name: 'About this scenario' })).toBeFocused();

  await saved(asAnna);
  await asLi.reload();
  await asLi.getByRole('button', { name: 'About this scenario' }).click();
  await expect(origin(asLi)).toHaveValue('CN');
  await expect(bestPractice(asLi)).toHaveValue('Value-Based Service');
  await asLi.goto('/scenarios');
  const row = asLi.locator(`[data-scenario="${id}"]`);
  await expect(row).toContainText('China');
  await expect(row).toContainText('Value-Based Service');
});

test('a click elsewhere keeps what was typed; Enter that confirms a composition stores nothing', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna);
  for (const page of [asAnna, asLi]) {
    await open(page, id);
    await page.getByRole('button', { name: 'About this scenario' }).click();
  }
  await bestPractice(asAnna).click();
  const method = await inputMethodOf(asAnna);
  await method.compose('yun wei');
  await method.pressWhileComposing('Enter');
  await expect(details(asAnna)).toBeVisible();
  await method.choose('远程运维');
  await expect(bestPractice(asLi)).toHaveValue('');
  await asAnna.mouse.click(640, 600);
  await expect(details(asAnna)).toBeHidden();
  await expect(bestPractice(asLi)).toHaveValue('远程运维');
});

test('a viewer reads them, in the language of the reader', async ({ contextAs, asAnna, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: { origin: 'CN' } });
  const page = await (await contextAs('olga', { locale: 'de-DE' })).newPage();
  await page.goto(`/scenarios/${id}`);
  await page.getByRole('button', { name: 'Zu diesem Szenario' }).click();
  const read = details(page, 'Zu diesem Szenario');
  await expect(read).toContainText('China');
  await expect(read).toContainText('Keiner');
  await expect(read.getByRole('combobox')).toHaveCount(0);
  await expect(read.getByRole('textbox')).toHaveCount(0);
});
