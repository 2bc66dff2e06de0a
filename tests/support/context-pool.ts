import type { Browser, BrowserContext, BrowserContextOptions } from '@playwright/test';

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** A context that somebody is signed in to, and how to get it back from the pool. */
export interface Borrowed {
  readonly context: BrowserContext;
  readonly key: string;
  /** The cookies after signing in. */
  readonly signedIn: Cookies;
}

export interface Entrance {
  /** Once for each new context, before its first page. */
  prepare(context: BrowserContext): Promise<void>;
  signIn(context: BrowserContext, person: string): Promise<void>;
  /** False once another test has ended the session. */
  isSignedIn(context: BrowserContext): Promise<boolean>;
}

/**
 * Browser contexts that one test after the other borrows. What pages can store is emptied in between; what stays is the
 * browser's cache of files and compiled code, since loading the canvas anew for every page of every test cost a third of
 * the time of all of them.
 */
export class ContextPool {
  readonly #free: Borrowed[] = [];

  constructor(
    private readonly browser: Browser,
    private readonly entrance: Entrance,
  ) {}

  /** @returns a context with these options, empty, in which the person is signed in */
  async borrow(person: string, options: BrowserContextOptions): Promise<Borrowed> {
    const key = JSON.stringify([person, options]);
    const at = this.#free.findIndex((free) => free.key === key);
    if (at >= 0) {
      const [free] = this.#free.splice(at, 1) as [Borrowed];
      if (await this.entrance.isSignedIn(free.context)) return free;
      await free.context.close();
    }
    const context = await this.browser.newContext(options);
    await this.entrance.prepare(context);
    await this.entrance.signIn(context, person);
    return { context, key, signedIn: await context.cookies() };
  }

  /** Takes a context back and empties it. @param origin whose pages have stored something */
  async giveBack(borrowed: Borrowed, origin: string): Promise<void> {
    const { context, signedIn } = borrowed;
    await Promise.all(context.pages().map((page) => page.close()));
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    await context.setOffline(false);
    const page = await context.newPage();
    await (await context.newCDPSession(page)).send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await page.close();
    await context.clearCookies();
    await context.addCookies(signedIn);
    this.#free.push(borrowed);
  }

  async close(): Promise<void> {
    await Promise.all(this.#free.splice(0).map(({ context }) => context.close()));
  }
}
