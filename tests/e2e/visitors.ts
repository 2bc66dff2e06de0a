import type { BrowserContext, Page } from '@playwright/test';
import { expect, prepareContext, test as base } from '../support/e2e';

export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
}

/** The tests' `test`, with visitors: browsers of their own, who are nobody yet. */
export const test = base.extend<{ readonly newVisitor: (locale?: string) => Promise<Visitor> }>({
  newVisitor: async ({ browser, baseURL, viewport }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (locale = 'en-GB') => {
      const context = await browser.newContext({ baseURL: baseURL!, viewport, locale });
      contexts.push(context);
      await prepareContext(context);
      return { context, page: await context.newPage() };
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

/** Signs in as a demo person, on the sign-in page, and comes to the path `returnTo`. They are shared by all tests: whoever changes what is remembered of one disturbs the others. */
export async function signInAs(page: Page, person: RegExp, returnTo: string): Promise<void> {
  await page.goto(`/sign-in?returnTo=${returnTo}`);
  await page.getByRole('button', { name: person }).click();
  await expect(page).toHaveURL((url) => url.pathname === returnTo);
}

/** The link in the dialog of that title, which is closed then; only its path, so that it leads to the server under test. */
export async function linkShown(page: Page, title: string): Promise<string> {
  const shown = page.getByRole('dialog', { name: title });
  const link = await shown.getByLabel('Link').inputValue();
  await shown.getByRole('button', { name: 'Done' }).click();
  return new URL(link).pathname;
}

/** Invites somebody to the Chinese delegation, on the administrator's page in English; the path of the invitation. */
export async function invite(page: Page, name: string, email: string): Promise<string> {
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite somebody' });
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('E-mail address').fill(email);
  await dialog.getByLabel('Delegation').selectOption({ label: 'CN · China' });
  await dialog.getByRole('button', { name: 'Make the invitation link' }).click();
  return linkShown(page, `Invitation for ${name}`);
}
