import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e';

const here = (page: Page) => page.getByRole('group', { name: 'Who is here' });
const open = async (page: Page, id: string, query = '') => {
  await page.goto(`/scenarios/${id}${query}`);
  await expect(page.locator('[data-trust=saved]')).toBeVisible();
};

test('two people see each other, grouped by delegation, until one leaves', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna);
  await open(asAnna, id);
  await expect(here(asAnna).getByRole('button', { name: /Follow Li Ming/ })).toHaveCount(0);
  await open(asLi, id);
  await expect(here(asAnna)).toContainText('CN');
  await expect(here(asAnna).getByRole('button', { name: /Follow Li Ming/ })).toBeVisible();
  await expect(here(asLi).getByRole('button', { name: /Follow Anna Weber/ })).toBeVisible();
  await asLi.goto('/scenarios');
  await expect(here(asAnna).getByRole('button', { name: /Follow Li Ming/ })).toHaveCount(0);
});

test('a person with two tabs is shown once', async ({ asAnna, contextAs, newScenario }) => {
  const id = await newScenario(asAnna);
  await open(asAnna, id);
  const li = await contextAs('li');
  await open(await li.newPage(), id);
  await open(await li.newPage(), id);
  await expect(here(asAnna).getByRole('button', { name: /Follow Li Ming/ })).toHaveCount(1);
});

test('following leads along until Escape', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna);
  await open(asAnna, id, '?part=figure');
  await open(asLi, id, '?part=figure');
  await here(asAnna).getByRole('button', { name: /Follow Li Ming/ }).click();
  await expect(asAnna.getByText(/Following Li Ming/)).toBeVisible();

  const mode = (page: Page, name: string) => page.getByRole('radio', { name });
  await mode(asLi, 'Outline').click();
  await expect(mode(asAnna, 'Outline')).toBeChecked();
  await asAnna.keyboard.press('Escape');
  await expect(asAnna.getByText(/Following Li Ming/)).toBeHidden();
  await mode(asLi, 'Figure').click();
  await expect(mode(asLi, 'Figure')).toBeChecked();
  await asLi.getByRole('button', { name: 'Undo' }).waitFor();
  await expect(mode(asAnna, 'Outline')).toBeChecked();
});

test('following ends, and says so, when the other leaves', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna);
  await open(asAnna, id);
  await open(asLi, id);
  await here(asAnna).getByRole('button', { name: /Follow Li Ming/ }).click();
  await asLi.goto('/scenarios');
  await expect(asAnna.getByText(/has left; no longer following/).first()).toBeVisible();
  await expect(asAnna.getByText('Following Li Ming')).toBeHidden();
});
