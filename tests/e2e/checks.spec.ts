import type { Locator, Page } from '@playwright/test';
import { textScenario } from '../support/text-scenario';
import { expect, test } from '../support/e2e';
import { Desk } from './desk';

/** The findings of one check, in the open panel. */
const found = (page: Page, check: string): Locator => page.getByRole('tabpanel').locator(`[data-check="${check}"] [data-finding]`);
const finding = (page: Page, check: string, item: string): Locator => page.getByRole('tabpanel').locator(`[data-check="${check}"] [data-finding="${item}"]`);

test('what the checks find leads to its place, goes as soon as it is seen to, and is counted in the list', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: textScenario });
  for (const page of [asAnna, asLi]) {
    await page.goto(`/scenarios/${id}?part=outline&panel=checks`);
    await expect(found(page, 'isolated-role')).toHaveCount(1);
  }
  await expect(finding(asAnna, 'label-missing', 'enterprise:acme')).toContainText('German, Chinese');

  // by keyboard: to the next finding, to its place in the text, and back to the list
  await found(asAnna, 'isolated-role').focus();
  for (const next of ['significant-without-reason', 'significant-without-evidence', 'text-empty']) {
    await asAnna.keyboard.press('j');
    await expect(found(asAnna, next).first()).toBeFocused();
  }
  await asAnna.keyboard.press('Enter');
  await expect(asAnna.locator('[data-part~="wording"] [data-item="section:description:de"]')).toBeInViewport();
  await asAnna.keyboard.press('k');
  await expect(found(asAnna, 'significant-without-evidence')).toBeFocused();

  // by mouse: to the role, which is taken away there
  await found(asAnna, 'isolated-role').click();
  const role = asAnna.locator('[data-part~="outline"] [data-item="role:insurer"]');
  await expect(role).toBeInViewport();
  await role.focus();
  await asAnna.keyboard.press('Delete');
  for (const page of [asAnna, asLi]) await expect(found(page, 'isolated-role')).toHaveCount(0);

  // to the table
  await asLi.locator('td[data-item="cell:acme:who"]').getByRole('textbox').fill('');
  await finding(asAnna, 'significant-without-rationale', 'cell:acme:who').click();
  await expect(asAnna.locator('td[data-item="cell:acme:who"]')).toHaveAttribute('aria-selected', 'true');

  const count = await asAnna.getByRole('tabpanel').locator('[data-finding]').count();
  await expect(asAnna.getByRole('tabpanel').getByRole('status')).toHaveText(`${count} findings`);
  await asLi.goto('/scenarios');
  await expect(asLi.locator(`[data-scenario="${id}"] [data-findings]`)).toHaveText(`${count} check findings`, { timeout: 25_000 });
});

test('a role in no phase is found in the outline, a text in a language that was put away is brought up, and the title is led to', async ({ asAnna, newScenario }) => {
  const title = { en: 'Insured machines', de: '', zh: '' };
  const id = await newScenario(asAnna, { scenario: { ...textScenario, title, roles: textScenario.roles.map((role) => (role.id === 'insurer' ? { ...role, phases: {} } : role)) } });
  await asAnna.goto(`/scenarios/${id}?part=figure&panel=checks`);
  await finding(asAnna, 'in-no-phase', 'role:insurer').click();
  await expect(asAnna.locator('[data-part~="outline"] [data-item="role:insurer"]')).toBeInViewport();
  await asAnna.getByRole('group', { name: 'Languages side by side' }).getByRole('button', { name: '中文' }).click();
  const chinese = asAnna.locator('[data-part~="wording"] [data-item="section:revenue-mechanism:zh"]');
  await expect(chinese).toHaveCount(0);
  await finding(asAnna, 'text-empty', 'section:revenue-mechanism:zh').click();
  await expect(chinese).toBeInViewport();
  await finding(asAnna, 'label-missing', 'scenario').click();
  await expect(asAnna.getByRole('textbox', { name: 'Title in English' })).toBeFocused();

  // words marked as the name of a role, by keyboard: found until a role is called so
  const { keyboard } = asAnna;
  const text = asAnna.locator('[data-part~="wording"] [data-item="section:description:en"]');
  const missing = finding(asAnna, 'role-not-in-network', 'section:description:en');
  await text.getByText('Second paragraph.').click();
  await keyboard.press('Home');
  await keyboard.press('ControlOrMeta+Shift+ArrowRight');
  await keyboard.press('ControlOrMeta+Alt+r');
  await expect(missing).toContainText('“Second”');
  await missing.click();
  await expect(text.getByTitle('Name of a role')).toBeInViewport();
  await asAnna.locator('[data-part~="outline"] [data-item="role:insurer"]').getByRole('textbox').fill('SECOND');
  await expect(missing).toHaveCount(0);
});

test('on a small screen the list gives way to the place it leads to', async ({ contextAs, asAnna, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: textScenario });
  const desk = await Desk.at((settings) => contextAs('li', settings), 'zh', id);
  await desk.page.setViewportSize({ width: 800, height: 720 });
  await desk.open('outline', 'checks');
  await expect(desk.panel).toContainText(desk.words('checks.names.isolated-role'));
  await finding(desk.page, 'text-empty', 'section:description:zh').click();
  await expect(desk.page.locator('[data-part~="wording"] [data-item="section:description:zh"]')).toBeInViewport();
});

test('a verdict of the wording that the table contradicts is found until somebody writes why; undo and redo', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: textScenario });
  for (const page of [asAnna, asLi]) await page.goto(`/scenarios/${id}?part=assessment&panel=checks`);
  const contradiction = (page: Page): Locator => finding(page, 'verdict-against-wording', 'enterprise:acme');
  await asAnna.getByRole('combobox', { name: 'What the wording says of Acme' }).selectOption('innovated');
  await expect(asLi.locator('[data-claim=innovated]')).toBeVisible();
  await expect(contradiction(asLi)).toHaveCount(0); // one cell is not judged yet, so it might still be so
  await asLi.getByRole('combobox', { name: 'Change: Acme, What: value proposition' }).selectOption('none');
  for (const page of [asAnna, asLi]) await expect(contradiction(page)).toHaveCount(1);

  await asAnna.getByRole('textbox', { name: 'Why the wording says otherwise: Acme' }).click();
  await asAnna.keyboard.insertText('The report names one dimension only.');
  for (const page of [asAnna, asLi]) await expect(contradiction(page)).toHaveCount(0);
  await expect(asLi.locator('[data-contradicts]')).toHaveText('The table says otherwise, for this reason:');
  await asAnna.keyboard.press('ControlOrMeta+z');
  for (const page of [asAnna, asLi]) await expect(contradiction(page)).toHaveCount(1);
  await asAnna.keyboard.press('ControlOrMeta+Shift+z');
  await expect(contradiction(asLi)).toHaveCount(0);

  const { scenario } = (await (await asAnna.request.get(`/api/scenarios/${id}`)).json()) as { scenario: { enterprises: object[] } };
  expect(scenario.enterprises).toEqual([expect.objectContaining({ claim: 'innovated', claimReason: 'The report names one dimension only.' })]);
});
