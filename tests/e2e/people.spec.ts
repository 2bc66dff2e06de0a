import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '../support/e2e';
import { invite, linkShown, signInAs, test } from './visitors';

const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
const password = 'kirschkuchen im mai';

test.describe("the administrator's page", () => {
  test('invites, appoints, resets and disables, and each takes effect for the other side', async ({ newVisitor }) => {
    test.setTimeout(180_000);
    const name = `Zhao ${Date.now()}`;
    const email = `${name.replace(' ', '.').toLowerCase()}@example.org`;
    const anna = await newVisitor();
    const zhao = await newVisitor();
    await signInAs(anna.page, /Anna Weber/, '/admin');
    const link = await invite(anna.page, name, email);
    await expect(rowOf(anna.page, name)).toContainText('Invited');

    // Mail scanners open links: neither that nor a HEAD spends one.
    for (const method of ['get', 'head', 'get'] as const) expect((await zhao.context.request[method](link)).status()).toBe(200);
    await zhao.page.goto(link);
    await zhao.page.getByLabel('New password').fill('short');
    await zhao.page.getByRole('button', { name: 'Save password and sign in' }).click();
    await expect(zhao.page.getByRole('alert').filter({ hasText: 'too short' })).toBeVisible();
    await zhao.page.getByLabel('New password').fill(password);
    await zhao.page.getByRole('button', { name: 'Save password and sign in' }).click();
    await expect(zhao.page).not.toHaveURL(/access/);
    await zhao.page.goto('/account');
    await expect(zhao.page.getByText(email, { exact: true })).toBeVisible();
    await zhao.page.goto(link);
    await expect(zhao.page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();

    // Nobody else's business: the page does not exist for others.
    expect((await zhao.context.request.get('/admin')).status()).toBe(404);

    await anna.page.reload();
    const row = rowOf(anna.page, name);
    await expect(row).toContainText('Active');
    await row.getByRole('checkbox', { name: `${name} speaks for the delegation` }).check();
    await expect(row).toHaveAttribute('aria-busy', 'false');
    await zhao.page.goto('/account');
    await expect(zhao.page.getByText('Speaker: may sign for the delegation')).toBeVisible();
    await anna.page.reload();
    await expect(row.getByRole('checkbox', { name: `${name} speaks for the delegation` })).toBeChecked();

    // A new password by link ends the sessions of the old one.
    await row.getByRole('button', { name: `More for ${name}` }).click();
    await anna.page.getByRole('menuitem', { name: 'Make a link for a new password' }).click();
    const reset = await linkShown(anna.page, `New password for ${name}`);
    const elsewhere = await newVisitor();
    await elsewhere.page.goto(reset);
    await elsewhere.page.getByLabel('New password').fill('kirschkuchen im juni');
    await elsewhere.page.getByRole('button', { name: 'Save password and sign in' }).click();
    await expect(elsewhere.page).not.toHaveURL(/access/);
    await zhao.page.goto('/account');
    await expect(zhao.page).toHaveURL(/sign-in/);

    // Changing it oneself keeps this session and ends the others.
    await zhao.page.getByLabel('E-mail address').fill(email);
    await zhao.page.getByLabel('Password').fill('kirschkuchen im juni');
    await zhao.page.getByRole('button', { name: 'Sign in' }).click();
    await zhao.page.getByLabel('Current password').fill('kirschkuchen im juni');
    await zhao.page.getByLabel('New password').fill('一个很长很好的新密码');
    await zhao.page.getByRole('button', { name: 'Change password' }).click();
    await expect(zhao.page.getByRole('status').filter({ hasText: 'has been changed' })).toBeVisible();
    await zhao.page.reload();
    await expect(zhao.page.getByText(email, { exact: true })).toBeVisible();
    await elsewhere.page.goto('/account');
    await expect(elsewhere.page).toHaveURL(/sign-in/);

    await row.getByRole('button', { name: `More for ${name}` }).click();
    await anna.page.getByRole('menuitem', { name: 'Disable account' }).click();
    await expect(row).toContainText('Disabled');
    await expect(row).toHaveAttribute('aria-busy', 'false');
    await zhao.page.reload();
    await expect(zhao.page).toHaveURL(/sign-in/);
  });

  test('is worked by keyboard, and keeps the last administrator', async ({ newVisitor }) => {
    const { page } = await newVisitor();
    await signInAs(page, /Anna Weber/, '/admin');
    const office = page.getByRole('checkbox', { name: 'Anna Weber is an administrator' });
    await office.focus();
    await page.keyboard.press('Space');
    await expect(page.getByRole('alert').filter({ hasText: 'This is the last administrator' })).toBeVisible();
    await expect(office).toBeChecked();

    await page.getByRole('button', { name: 'Invite', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Invite somebody' })).toBeVisible();
    await page.getByRole('dialog').getByLabel('Name').fill('Anna again');
    await page.getByRole('dialog').getByLabel('E-mail address').fill('anna@example.org');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').getByRole('alert')).toHaveText('Somebody with this e-mail address is registered already.');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Invite', exact: true })).toBeFocused();
  });

  test('adds a delegation, which can then be chosen', async ({ newVisitor }) => {
    const { page } = await newVisitor();
    await signInAs(page, /Anna Weber/, '/admin');
    const code = Array.from({ length: 4 }, () => String.fromCharCode(65 + Math.floor(Math.random() * 26))).join('');
    const form = page.getByRole('form', { name: 'Add a delegation' });
    for (const [label, text] of [['Code', code], ['Name (English)', `Land ${code}`], ['Name (Deutsch)', `Land ${code}`], ['Name (中文)', `${code} 方`]] as const) await form.getByLabel(label).fill(text);
    await form.getByRole('button', { name: 'Add' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: `Land ${code}` })).toContainText('No speaker yet');
    await expect(page.getByLabel('Delegation of Olga Nowak').locator('option', { hasText: code })).toBeAttached();
  });

  for (const width of [390, 800, 1280])
    test(`everything about a person is in sight and can be changed at ${width} pixels`, async ({ newVisitor }) => {
      const { page } = await newVisitor('de-DE'); // the longest words
      await page.setViewportSize({ width, height: 844 });
      await signInAs(page, /Anna Weber/, '/admin');
      const row = rowOf(page, 'Mei');
      await expect(row.getByRole('checkbox')).toHaveCount(4);
      const beyond = await page.locator('main').evaluate((main) => [...main.querySelectorAll('*')].filter((part) => !part.closest('thead, .sr-only') && part.getBoundingClientRect().right > innerWidth).length);
      expect(beyond).toBe(0);
      // Where there are no columns the office's name stands beside its box, and can be clicked like it.
      await expect(row.getByText('Legt Szenarien an')).toBeVisible({ visible: width < 1024 });
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });

  for (const [locale, signIn, heading] of [
    ['de-DE', 'Anmelden', 'Personen und Delegationen'],
    ['zh-CN', '登录', '人员与代表团'],
  ] as const)
    test(`speaks ${locale}, and names everything to screen readers`, async ({ newVisitor }) => {
      const { page } = await newVisitor(locale);
      await page.goto('/sign-in?returnTo=/admin');
      await expect(page.getByRole('form', { name: signIn })).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await page.getByRole('button', { name: /Anna Weber/ }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await page.goto('/account');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });
});
