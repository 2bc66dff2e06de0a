import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';

export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
}

/** A browser of somebody's own, who is nobody yet. */
export async function newVisitor(browser: Browser, locale = 'en-GB'): Promise<Visitor> {
  const context = await browser.newContext({ locale });
  return { context, page: await context.newPage() };
}

/** Signs in as a demo person. They are shared by all tests: whoever changes what is remembered of one disturbs the others. */
export async function signInAs(page: Page, person: RegExp, returnTo: string): Promise<void> {
  await page.goto(`/sign-in?returnTo=${returnTo}`);
  await page.getByRole('button', { name: person }).click();
  await expect(page).toHaveURL(new RegExp(`${returnTo}$`));
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
