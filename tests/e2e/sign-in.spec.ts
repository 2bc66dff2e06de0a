import type { APIRequestContext } from '@playwright/test';
import { expect, prepareContext } from '../support/e2e';
import { invite, signInAs, test } from './visitors';

/** What a script does to sign in: next-auth's own route, with its form token. */
async function postCredentials(request: APIRequestContext, email: string, password: string, headers: Record<string, string> = {}) {
  const { csrfToken } = (await (await request.get('/api/auth/csrf')).json()) as { csrfToken: string };
  return request.post('/api/auth/callback/credentials', { form: { csrfToken, email, password, json: 'true' }, headers, maxRedirects: 0 });
}

const isSignedIn = async (request: APIRequestContext): Promise<boolean> => {
  const session = (await (await request.get('/api/auth/session')).json()) as { user?: unknown };
  return session.user !== undefined;
};

test.describe('signing in', () => {
  test('by e-mail and password leads to where one wanted to go, and out again', async ({ newVisitor }) => {
    const { context, page } = await newVisitor();
    await page.goto('/account');
    await expect(page).toHaveURL(/\/sign-in\?returnTo=%2Faccount$/);
    await page.getByLabel('E-mail address').fill('Ben@example.org');
    await page.getByLabel('Password').fill('demo');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Account', level: 1 })).toBeVisible();
    await expect(page.getByText('ben@example.org', { exact: true })).toBeVisible();

    await page.getByRole('button', { name: 'Account: Ben Hoffmann' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page).toHaveURL(/\/sign-in$/);
    expect(await isSignedIn(context.request)).toBe(false);
    await page.goto('/account');
    await expect(page).toHaveURL(/\/sign-in\?/);
  });

  test('as a demo person takes one click', async ({ newVisitor }) => {
    const { page } = await newVisitor();
    await page.goto('/sign-in?returnTo=/account');
    await page.getByRole('button', { name: /Olga Nowak/ }).click();
    await expect(page.getByText('olga@example.org', { exact: true })).toBeVisible();
    await page.goto('/sign-in?returnTo=/account'); // who is in already goes on
    await expect(page.getByRole('heading', { name: 'Account', level: 1 })).toBeVisible();
  });

  test('with a wrong password says so, in every language, and keeps what was typed', async ({ newVisitor }) => {
    const { page } = await newVisitor();
    await page.goto('/sign-in');
    await page.getByLabel('E-mail address').fill('nobody-1@example.org');
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toHaveText('E-mail address or password is wrong.');
    await expect(page.getByRole('main').getByRole('alert')).toBeFocused();
    await page.getByRole('button', { name: 'Deutsch' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toHaveText('E-Mail-Adresse oder Passwort stimmt nicht.');
    await page.getByRole('button', { name: '中文' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toHaveText('邮箱地址或密码不正确。');
    await expect(page.getByLabel('邮箱地址')).toHaveValue('nobody-1@example.org');
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  });

  test('never leads to another website', async ({ newVisitor }) => {
    const { page } = await newVisitor();
    await page.goto('/sign-in?returnTo=//evil.example.org/account');
    await page.getByRole('button', { name: /Olga Nowak/ }).click();
    await expect(page).not.toHaveURL(/sign-in/);
    expect(new URL(page.url()).hostname).toMatch(/^(localhost|127\.0\.0\.1)$/);
  });

  test('is throttled for unknown accounts as for known ones, with the time to wait', async ({ newVisitor }) => {
    const { context, page } = await newVisitor();
    const email = `guess-${Date.now()}@example.org`;
    const statuses: number[] = [];
    for (let i = 0; i < 11; i++) {
      const answer = await postCredentials(context.request, email, 'guess');
      statuses.push(answer.status());
      if (answer.status() === 429) expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(60);
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
    await page.goto('/sign-in');
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password').fill('guess');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toHaveText(/^Too many attempts\. Please try again in \d+ minutes\.$/);
  });
});

test.describe('demo people', () => {
  test('sign in by next-auth from this machine, and not through anything in between', async ({ newVisitor }) => {
    const { context } = await newVisitor();
    const betweens: readonly Record<string, string>[] = [{ 'x-forwarded-for': '203.0.113.7' }, { forwarded: 'for=203.0.113.7' }, { via: '1.1 proxy' }, { 'x-real-ip': '203.0.113.7' }];
    for (const headers of betweens) {
      expect((await postCredentials(context.request, 'olga@example.org', 'demo', headers)).status()).toBe(401);
      expect(await isSignedIn(context.request)).toBe(false);
    }
    const page = await context.request.get('/sign-in', { headers: { via: '1.1 proxy' } });
    expect(await page.text()).not.toContain('Olga Nowak');
    expect((await postCredentials(context.request, 'olga@example.org', 'demo')).status()).toBe(200);
    expect(await isSignedIn(context.request)).toBe(true);
  });
});

test.describe('the language', () => {
  test('is taken from the browser, changed in place, and goes with the person to another device', async ({ newVisitor }) => {
    const anna = await newVisitor();
    await signInAs(anna.page, /Anna Weber/, '/admin');
    const name = `Sun ${Date.now()}`;
    const email = `${name.replace(' ', '.').toLowerCase()}@example.org`;
    const link = await invite(anna.page, name, email);

    const first = await newVisitor('de-DE');
    await first.page.goto(link);
    await expect(first.page.locator('html')).toHaveAttribute('lang', 'de');
    await first.page.getByLabel('Neues Passwort').fill('kirschkuchen im mai');
    await first.page.getByRole('button', { name: 'Passwort speichern und anmelden' }).click();
    await expect(first.page).not.toHaveURL(/access/);
    await first.page.goto('/account');
    await first.page.getByRole('button', { name: `Konto: ${name}` }).click();
    await first.page.getByRole('menuitemradio', { name: '中文' }).click();
    await expect(first.page.getByRole('heading', { name: '账户', level: 1 })).toBeVisible();
    await first.page.reload();
    await expect(first.page.getByRole('heading', { name: '账户', level: 1 })).toBeVisible();

    const second = await newVisitor();
    await second.page.goto('/sign-in?returnTo=/account');
    await second.page.getByLabel('E-mail address').fill(email);
    await second.page.getByLabel('Password').fill('kirschkuchen im mai');
    await second.page.getByRole('button', { name: 'Sign in' }).click();
    await expect(second.page.getByRole('heading', { name: '账户', level: 1 })).toBeVisible();
    await second.page.getByRole('group', { name: '界面语言' }).getByRole('button', { name: 'English' }).click();
    await expect(second.page.getByRole('heading', { name: 'Account', level: 1 })).toBeVisible();
  });
});

test('signing out through the menu makes a copy of the cookies worthless, and leaves other devices signed in', async ({ contextAs, browser, baseURL }) => {
  const [here, elsewhere] = [await contextAs('mei'), await contextAs('mei')];
  const thief = await browser.newContext({ baseURL: baseURL! });
  await prepareContext(thief);
  await thief.addCookies(await here.cookies());
  const answers = async (): Promise<number[]> => Promise.all([thief, elsewhere].map(async ({ request }) => (await request.get('/api/scenarios')).status()));
  expect(await answers()).toEqual([200, 200]);
  const page = await here.newPage();
  await page.goto('/scenarios');
  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL(/sign-in/);
  expect(await answers()).toEqual([401, 200]);
  const stolen = await thief.newPage();
  await stolen.goto('/scenarios');
  await expect(stolen).toHaveURL(/sign-in/);
  await thief.close();
});
