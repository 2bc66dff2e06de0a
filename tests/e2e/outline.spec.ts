import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/e2e';
import { textScenario } from '../support/text-scenario';

/** Presses Tab until the element has the focus: what cannot be reached so is out of reach for many. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

const row = (page: Page, kind: 'Role' | 'Relation' | 'Enterprise', name: string): Locator => page.getByRole('group', { name: new RegExp(`^${kind} ${name},`) });

const undo = 'ControlOrMeta+z';
const redo = 'ControlOrMeta+Shift+z';

/**
 * Takes steps back (or again) until one's own page shows what is waited for: typing with pauses is more than one step.
 * Each press is drawn before the next one, however slow the machine: a press too many would take back the step before.
 */
async function pressUntil(page: Page, keys: string, reached: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 25 && !(await reached()); presses++) {
    await page.keyboard.press(keys);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn, 50)))));
  }
  expect(await reached()).toBe(true);
}

test('roles, by keyboard alone: create, rename, give to an enterprise, delete; undo and redo', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: textScenario });
  for (const page of [asAnna, asLi]) await page.goto(`/scenarios/${id}?part=outline`);
  await expect(row(asLi, 'Role', 'Insurer')).toBeVisible();
  const { keyboard } = asAnna;

  await asAnna.getByRole('heading', { name: /^Roles/ }).click(); // from here on nothing but keys
  await tabTo(asAnna, asAnna.getByRole('button', { name: 'Add role' }));
  await keyboard.press('Enter');
  await expect(row(asAnna, 'Role', 'Unnamed').getByRole('textbox')).toBeFocused();
  await keyboard.type('Data broker');
  await keyboard.press('Enter');
  await expect(row(asAnna, 'Role', 'Data broker')).toBeFocused();
  await expect(row(asLi, 'Role', 'Data broker')).toBeVisible();

  await keyboard.press('F2');
  await keyboard.press('End');
  await keyboard.type(' platform');
  await keyboard.press('Escape');
  await expect(row(asLi, 'Role', 'Data broker platform')).toBeVisible();

  await tabTo(asAnna, asAnna.getByLabel('Enterprise of Data broker platform, Before'));
  await keyboard.type('Acme');
  await expect(asLi.getByLabel('Enterprise of Data broker platform, Before')).toHaveValue('acme');

  await keyboard.press('Escape');
  await tabTo(asAnna, asAnna.getByLabel('Data broker platform – After'));
  await keyboard.press('Space');
  await expect(asLi.getByLabel('Data broker platform – After')).toBeChecked();
  await expect(asLi.getByLabel('Enterprise of Data broker platform, After')).toHaveValue('acme');

  await keyboard.press('Escape');
  await keyboard.press('Delete');
  await expect(row(asLi, 'Role', 'Data broker platform')).toHaveCount(0);
  await expect(row(asAnna, 'Role', 'Insurer')).toBeFocused();

  await keyboard.press('ControlOrMeta+z');
  await expect(row(asLi, 'Role', 'Data broker platform')).toBeVisible();
  await keyboard.press('ControlOrMeta+Shift+z');
  await expect(row(asLi, 'Role', 'Data broker platform')).toHaveCount(0);
  await keyboard.press('ControlOrMeta+z');
  await expect(row(asLi, 'Role', 'Data broker platform')).toBeVisible();

  // Every step back, one after the other, and all of them again.
  const after = (page: Page) => page.getByLabel('Data broker platform – After');
  const enterprise = (page: Page) => page.getByLabel('Enterprise of Data broker platform, Before');
  await pressUntil(asAnna, undo, async () => !(await after(asAnna).isChecked()));
  await expect(after(asLi)).not.toBeChecked();
  await pressUntil(asAnna, undo, async () => (await enterprise(asAnna).inputValue()) === '');
  await expect(enterprise(asLi)).toHaveValue('');
  await pressUntil(asAnna, undo, async () => (await row(asAnna, 'Role', 'Data broker platform').count()) === 0);
  const partlyNamed = '(Unnamed|D[^,]*)'; // as much of its name as was typed before the last pause
  await expect(row(asLi, 'Role', partlyNamed)).toBeVisible();
  await pressUntil(asAnna, undo, async () => (await row(asAnna, 'Role', partlyNamed).count()) === 0);
  await expect(row(asLi, 'Role', partlyNamed)).toHaveCount(0);
  await pressUntil(asAnna, redo, async () => (await after(asAnna).count()) === 1 && (await after(asAnna).isChecked()));
  await expect(after(asLi)).toBeChecked();

  for (const page of [asAnna, asLi]) {
    await page.reload();
    await expect(row(page, 'Role', 'Data broker platform')).toBeVisible();
    await expect(page.getByLabel('Enterprise of Data broker platform, After')).toHaveValue('acme');
  }
});

test('relations, by keyboard alone: create, relabel, re-route, delete; undo and redo', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: textScenario });
  for (const page of [asAnna, asLi]) await page.goto(`/scenarios/${id}?part=outline`);
  await expect(row(asLi, 'Relation', 'delivers machine')).toBeVisible();
  const { keyboard } = asAnna;

  await asAnna.getByRole('heading', { name: /^Relations/ }).click(); // from here on nothing but keys
  await tabTo(asAnna, asAnna.getByRole('button', { name: 'Add relation' }));
  await keyboard.press('Enter');
  await expect(asAnna.getByLabel('New relation from')).toBeFocused();
  await keyboard.type('Insurer');
  await tabTo(asAnna, asAnna.getByLabel('New relation to'));
  await keyboard.type('Machine user');
  await tabTo(asAnna, asAnna.getByRole('button', { name: 'Create relation' }));
  await keyboard.press('Enter');
  await expect(row(asAnna, 'Relation', 'Unnamed').getByRole('textbox')).toBeFocused();
  await keyboard.type('insures');
  await keyboard.press('Enter');
  await expect(row(asLi, 'Relation', 'insures')).toHaveAccessibleName(/from Insurer to Machine user/);

  await keyboard.press('F2');
  await keyboard.press('End');
  await keyboard.type(' machine');
  await keyboard.press('Escape');
  await expect(row(asLi, 'Relation', 'insures machine')).toBeVisible();

  await tabTo(asAnna, asAnna.getByLabel('insures machine: to'));
  await keyboard.type('Machine maker');
  await expect(row(asLi, 'Relation', 'insures machine')).toHaveAccessibleName(/from Insurer to Machine maker/);
  await tabTo(asAnna, asAnna.getByLabel('insures machine: kind'));
  await keyboard.type('Data');
  await expect(asLi.getByLabel('insures machine: kind')).toHaveValue('data');

  await keyboard.press('Escape');
  await keyboard.press('Delete');
  await expect(row(asLi, 'Relation', 'insures machine')).toHaveCount(0);
  await keyboard.press('ControlOrMeta+z');
  await expect(row(asLi, 'Relation', 'insures machine')).toBeVisible();
  await keyboard.press('ControlOrMeta+z');
  await expect(asLi.getByLabel('insures machine: kind')).toHaveValue('');
  await keyboard.press('ControlOrMeta+Shift+z');
  await expect(asLi.getByLabel('insures machine: kind')).toHaveValue('data');

  const named = (page: Page, name: string) => row(page, 'Relation', name);
  const leadsTo = async (name: string, target: string) => (await named(asAnna, name).and(asAnna.getByRole('group', { name: `to ${target}` })).count()) === 1;
  await pressUntil(asAnna, undo, () => leadsTo('insures machine', 'Machine user'));
  await expect(named(asLi, 'insures machine')).toHaveAccessibleName(/from Insurer to Machine user/);
  await pressUntil(asAnna, undo, async () => (await named(asAnna, 'insures machine').count()) === 0);
  const partlyNamed = '(Unnamed|i[^,]*)';
  await expect(named(asLi, partlyNamed)).toBeVisible();
  await pressUntil(asAnna, undo, async () => (await named(asAnna, partlyNamed).count()) === 0);
  await expect(named(asLi, partlyNamed)).toHaveCount(0);
  await pressUntil(asAnna, redo, () => leadsTo('insures machine', 'Machine maker'));

  for (const page of [asAnna, asLi]) {
    await page.reload();
    await expect(row(page, 'Relation', 'insures machine')).toHaveAccessibleName(/from Insurer to Machine maker/);
  }
});

test('an enterprise, by keyboard alone: recolour; undo and redo', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: textScenario });
  for (const page of [asAnna, asLi]) await page.goto(`/scenarios/${id}?part=outline`);
  const named = (page: Page, colour: string): Locator => page.getByRole('group', { name: new RegExp(`^Enterprise Acme,.*${colour}`) });
  await expect(named(asLi, 'Sky blue')).toBeVisible();
  const { keyboard } = asAnna;

  await asAnna.getByRole('heading', { name: /^Enterprises/ }).click(); // from here on nothing but keys
  await tabTo(asAnna, asAnna.getByLabel('Colour of Acme'));
  await keyboard.type('Green');
  await expect(named(asLi, 'Green')).toBeVisible();
  await keyboard.press('ControlOrMeta+z');
  await expect(named(asLi, 'Sky blue')).toBeVisible();
  await keyboard.press('ControlOrMeta+Shift+z');
  await expect(named(asLi, 'Green')).toBeVisible();
  for (const page of [asAnna, asLi]) {
    await page.reload();
    await expect(named(page, 'Green')).toBeVisible();
    await page.goto(`/scenarios/${id}?part=network`);
    await expect(page.locator('.network-canvas [data-item="role:maker"]')).toHaveCSS('background-color', 'rgb(88, 164, 132)');
  }
});

test('a viewer reads long names whole, as text', async ({ asAnna, asOlga, newScenario }) => {
  const long = 'Instandhaltungsdienstleistungsgesellschaft für Werkzeugmaschinen und Fertigungsanlagen';
  const id = await newScenario(asAnna, { scenario: { ...textScenario, enterprises: [{ id: 'acme', name: { en: long }, colour: 0 }] } });
  for (const width of [1280, 390]) {
    await asOlga.setViewportSize({ width, height: 844 });
    await asOlga.goto(`/scenarios/${id}?part=outline`);
    const role = row(asOlga, 'Role', 'Machine maker');
    await expect(role.getByText(long)).toHaveCount(2);
    await expect(role.getByRole('combobox')).toHaveCount(0);
    const cut = await role.evaluate((element) => [...element.querySelectorAll('*')].filter((part) => !part.closest('.sr-only') && part.clientWidth > 0 && part.scrollWidth > part.clientWidth + 1).length);
    expect(cut).toBe(0);
    expect(await asOlga.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test('a viewer reads the outline and can change nothing', async ({ asAnna, asOlga, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: textScenario });
  await asOlga.goto(`/scenarios/${id}?part=outline`);
  await expect(row(asOlga, 'Role', 'Insurer')).toBeVisible();
  await expect(asOlga.getByRole('button', { name: /^(Add|Delete) / })).toHaveCount(0);
  await row(asOlga, 'Role', 'Insurer').focus();
  await asOlga.keyboard.press('Delete');
  await asOlga.keyboard.press('Enter');
  await asOlga.keyboard.type('x');
  await expect(row(asOlga, 'Role', 'Insurer')).toBeVisible();
  await expect(row(asOlga, 'Role', 'Insurer').getByRole('textbox')).toHaveValue('Insurer');
});

test('both see who types where, and a pasted text of 10,000 letters is cut short with a word', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: textScenario });
  for (const page of [asAnna, asLi]) await page.goto(`/scenarios/${id}?part=outline`);
  const name = asAnna.locator('[data-row][data-item="role:insurer"]').getByRole('textbox');
  await name.click();
  await asAnna.keyboard.press('End');
  await asAnna.keyboard.type('!');
  await expect(asLi.locator('[data-row][data-item="role:insurer"]')).toContainText('Anna');
  await expect(asLi.locator('[data-row][data-item="role:insurer"]')).toContainText('DE');

  await name.evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', `\n${'long '.repeat(2_000)}`);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(asAnna.getByText(/At most 500 characters fit here/)).toBeVisible();
  const shown = await name.inputValue();
  expect(shown).toMatch(/^Insurer!long long/);
  expect(shown).toHaveLength(500);
  await expect(asLi.locator('[data-row][data-item="role:insurer"]').getByRole('textbox')).toHaveValue(shown);
});
