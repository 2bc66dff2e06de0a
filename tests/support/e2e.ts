import { expect, test as base, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { Client } from 'pg';
import { databaseUrlOf } from './accord-process';
import { type Borrowed, ContextPool } from './context-pool';
import { noteHost } from './hosts';

export { expect };

/** The demo people by first name; password `demo`. */
export const demoPeople = ['anna', 'ben', 'li', 'mei', 'olga'] as const;
export type DemoPerson = (typeof demoPeople)[number];

type Right = 'facilitator' | 'editor' | 'commenter' | 'viewer';

/** Who may do what in a scenario made for a test, unless it says otherwise. */
const everybodysRights: Readonly<Record<DemoPerson, Right>> = { anna: 'facilitator', li: 'facilitator', ben: 'editor', mei: 'editor', olga: 'viewer' };

export interface Fixtures {
  /** Each a page in a browser context (cookies, local storage, IndexedDB) of its own, signed in as that person. */
  readonly asAnna: Page;
  readonly asBen: Page;
  readonly asLi: Page;
  readonly asMei: Page;
  readonly asOlga: Page;
  /** An empty context of its own, signed in as somebody: for a second device of the same person, or other settings. */
  readonly contextAs: (person: DemoPerson, options?: Parameters<import('@playwright/test').Browser['newContext']>[0]) => Promise<BrowserContext>;
  /** A fresh scenario that everybody has their right in. @returns its id */
  readonly newScenario: (page: Page, options?: { readonly scenario?: Record<string, unknown>; readonly rights?: Partial<Record<DemoPerson, Right | null>> }) => Promise<string>;
  /** Looks into, or changes, the server's database. */
  readonly sql: <Row extends object>(statement: string, values?: unknown[]) => Promise<Row[]>;
}

/** Playwright's `test` with people signed in, scenarios made, and the host of every request noted. */
export const test = base.extend<Fixtures & { readonly asSomebody: (person: DemoPerson) => Promise<Page> }, { readonly contextPool: ContextPool }>({
  contextPool: [
    async ({ browser }, use) => {
      const pool = new ContextPool(browser, { prepare: prepareContext, signIn, isSignedIn });
      await use(pool);
      await pool.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({}, use) => use(process.env.ACCORD_E2E_URL ?? 'http://localhost:3000'),
  context: async ({ context }, use) => {
    await prepareContext(context);
    await use(context);
  },
  contextAs: async ({ contextPool, contextOptions, baseURL, viewport, locale }, use) => {
    const borrowed: Borrowed[] = [];
    await use(async (person, options = {}) => {
      const one = await contextPool.borrow(person, { ...contextOptions, baseURL: baseURL!, viewport, locale: locale!, ...options });
      borrowed.push(one);
      return one.context;
    });
    // What a failed test leaves behind is nothing to build on.
    const failed = test.info().status !== test.info().expectedStatus;
    await Promise.all(borrowed.map((one) => (failed ? one.context.close() : contextPool.giveBack(one, new URL(baseURL!).origin))));
  },
  asSomebody: async ({ contextAs }, use) => use(async (person) => (await contextAs(person)).newPage()),
  asAnna: async ({ asSomebody }, use) => use(await asSomebody('anna')),
  asBen: async ({ asSomebody }, use) => use(await asSomebody('ben')),
  asLi: async ({ asSomebody }, use) => use(await asSomebody('li')),
  asMei: async ({ asSomebody }, use) => use(await asSomebody('mei')),
  asOlga: async ({ asSomebody }, use) => use(await asSomebody('olga')),
  sql: async ({}, use) => {
    const client = new Client({ connectionString: await databaseUrlOf(process.env.ACCORD_E2E_DATA_DIR!) });
    await client.connect();
    await use(async <Row extends object>(statement: string, values: unknown[] = []) => (await client.query<Row>(statement, values)).rows);
    await client.end();
  },
  newScenario: async ({ sql }, use) => {
    await use(async (page, { scenario = {}, rights = {} } = {}) => {
      const title = `Test ${test.info().testId} ${Date.now()}`;
      const answer = await page.request.post('/api/scenarios', {
        data: { format: 'accord-scenario', version: 1, scenario: { title: { en: title }, ...scenario } },
      });
      if (!answer.ok()) throw new Error(`POST /api/scenarios: ${answer.status()} ${await answer.text()}`);
      const { id } = (await answer.json()) as { id: string };
      for (const [person, right] of Object.entries({ ...everybodysRights, ...rights })) await setRight(sql, id, person, right);
      return id;
    });
  },
});

async function setRight(sql: Fixtures['sql'], scenario: string, person: string, right: Right | null): Promise<void> {
  const email = `${person}@example.org`;
  await sql('delete from scenario_rights where scenario_id = $1 and person_id = (select id from people where email = $2)', [scenario, email]);
  if (!right) return;
  await sql('insert into scenario_rights (scenario_id, person_id, "right") select $1, id, $3 from people where email = $2', [scenario, email, right]);
}

/** Signs a context in through next-auth's own endpoint, as the sign-in page does. */
export async function signIn(context: BrowserContext, person: string): Promise<void> {
  const { csrfToken } = (await (await context.request.get('/api/auth/csrf')).json()) as { csrfToken: string };
  const answer = await context.request.post('/api/auth/callback/credentials', {
    form: { csrfToken, email: `${person}@example.org`, password: 'demo', json: 'true' },
  });
  if (!answer.ok()) throw new Error(`${person} could not sign in: ${answer.status()} ${await answer.text()}`);
}

async function isSignedIn(context: BrowserContext): Promise<boolean> {
  return (await context.request.get('/api/scenarios')).ok();
}

/**
 * A page reached by a link can be seen before its code has come, and a click of that moment goes nowhere. People look and click
 * again; tests wait, as for anything else that cannot take a click yet: until React listens to the document.
 */
async function awaitHydration(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const notYet = new CSSStyleSheet();
    notYet.replaceSync('* { pointer-events: none !important }');
    const isLive = (): boolean =>
      Object.keys(document).some((key) => key.startsWith('_reactListening')) || (document.readyState === 'complete' && !document.querySelector('script[src*="/_next/"]'));
    const watch = (): void => {
      if (isLive()) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== notYet);
      else requestAnimationFrame(watch);
    };
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, notYet];
    watch();
  });
}

/** Waits until React has taken over a field that the server has drawn: what is filled in before may be lost. */
export async function untilTakenOver(field: Locator): Promise<void> {
  await expect.poll(() => field.evaluate((element) => Object.keys(element).some((key) => key.startsWith('__reactProps')))).toBe(true);
}

/** Makes a context one of the tests': waits for pages to come alive, notes every request. */
export async function prepareContext(context: BrowserContext): Promise<void> {
  noteRequests(context);
  await awaitHydration(context);
}

/** Notes the host of everything that pages of this context ask for, and what the Content-Security-Policy had to stop. */
function noteRequests(context: BrowserContext): void {
  context.on('request', (request) => noteHost('browser', request.url()));
  context.on('page', (page) => page.on('websocket', (socket) => noteHost('browser', socket.url())));
  context.on('console', (message) => {
    if (/content security policy/i.test(message.text())) noteHost('policy', message.text().slice(0, 300));
  });
}
