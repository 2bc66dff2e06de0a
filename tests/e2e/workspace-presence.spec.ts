import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e';

/** What screen readers were told, from now on. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const told: string[] = [];
    const before = new Map<Element, string>();
    const look = (isNews: boolean): void => {
      for (const region of document.querySelectorAll('[role=status], [role=alert], [aria-live]')) {
        const text = region.textContent;
        if (isNews && text && before.get(region) !== text) told.push(text);
        before.set(region, text);
      }
    };
    look(false);
    new MutationObserver(() => look(true)).observe(document.body, { childList: true, subtree: true, characterData: true });
    Object.assign(window, { told });
  });
const told = (page: Page): Promise<string[]> => page.evaluate(() => (window as unknown as { told: string[] }).told);

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

test('a lost connection is told once, and its return once; nobody is said to have left because of it', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: { title: { en: 'Tunnel' } } });
  await asLi.goto(`/scenarios/${id}`);
  await asAnna.goto(`/scenarios/${id}`);
  await expect(here(asAnna).getByRole('button', { name: 'Follow Li Ming 李明' })).toBeVisible();
  await asAnna.waitForTimeout(3_000); // those who were here at the start have settled
  await listen(asAnna);
  await asAnna.context().setOffline(true);
  await expect.poll(() => told(asAnna)).toEqual(['Offline']);
  await expect(here(asAnna).getByRole('button', { name: 'Follow Li Ming 李明' })).toHaveCount(0);
  await asAnna.waitForTimeout(3_000); // long enough for "has left"
  await asAnna.context().setOffline(false);
  await expect(here(asAnna).getByRole('button', { name: 'Follow Li Ming 李明' })).toBeVisible();
  await asAnna.waitForTimeout(3_000); // long enough for "is here"
  expect(await told(asAnna)).toEqual(['Offline', 'Saved']);
});
