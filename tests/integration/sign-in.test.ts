import { eq, sql } from 'drizzle-orm';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditEntries } from '@/lib/db/schema/audit';
import { endedSessions, people, signInFailures } from '@/lib/db/schema/people';
import { AccordError } from '@/lib/domain/errors';
import { confirmPassword } from '@/lib/people/confirm-password';
import { disablePerson } from '@/lib/people/disable-person';
import { hashPassword } from '@/lib/people/hash-password';
import { setSpeaker } from '@/lib/people/set-speaker';
import { signIn } from '@/lib/people/sign-in';
import { signOutEverywhere } from '@/lib/people/sign-out-everywhere';
import { throttle } from '@/lib/people/throttle';
import type { Actor } from '@/lib/policies/can';
import { authOptions } from '@/lib/sessions/auth-options';
import { endSession } from '@/lib/sessions/end-session';
import { issueSessionCookie, sessionSeconds } from '@/lib/sessions/issue-session-cookie';
import { sessionFromCookies } from '@/lib/sessions/session-from-cookies';
import { castOf, outcome, type Cast } from '../support/cast';
import { clearPeople } from '../support/clear-people';
import { createTestDatabase, type TestDatabase } from '../support/postgres';

const password = 'kirschkuchen im mai';
let test: TestDatabase;
let cast: Cast;
let passwordHash: string;

beforeAll(async () => {
  test = await createTestDatabase();
  passwordHash = await hashPassword(password);
  return test.drop;
});
beforeEach(async () => {
  await clearPeople(test.db);
  cast = await castOf(test.db);
});

async function join(name: string) {
  const actor = await cast.join(name, 'DE');
  const email = `${name}@example.org`;
  await test.db.update(people).set({ passwordHash, email }).where(eq(people.id, actor.id));
  return { actor, email };
}
const attempt = (email: string, secret: string, address = '192.0.2.1') => signIn(test.db, { email, password: secret, address, demoAllowed: false });

describe('signing in', () => {
  it('takes the right password, whatever the case of the address', async () => {
    const { actor } = await join('mona');
    expect(await attempt(' MONA@example.org ', password)).toEqual({ id: actor.id, sessionVersion: 1 });
  });

  it('answers everybody else alike', async () => {
    const { actor, email } = await join('mona');
    const gone = await join('gone');
    await disablePerson(test.db, 'system', gone.actor.id);
    const invited = await cast.join('invited', null);
    await test.db.update(people).set({ email: 'invited@example.org' }).where(eq(people.id, invited.id));
    for (const [who, secret] of [[email, 'wrong'], [email, ''], [email, `${password} `], ['nobody@example.org', password], [gone.email, password], ['invited@example.org', ''], ['', ''], ["' or 1=1 --", 'x']] as const)
      expect(await outcome(attempt(who, secret))).toBe('wrong-credentials');
    expect(await attempt(email, password)).toMatchObject({ id: actor.id });
  });

  it('takes a name and password of any length without harm', async () => {
    expect(await outcome(attempt(`${'x'.repeat(100_000)}@example.org`, 'y'.repeat(1_000_000)))).toBe('wrong-credentials');
  });
});

describe('throttling', () => {
  const waitOf = async (promise: Promise<unknown>) => {
    const error = await promise.then(() => null, (reason: unknown) => reason);
    return error instanceof AccordError && error.code === 'too-many-attempts' ? Number(error.details.seconds) : null;
  };
  /** Failures of the past, without the work of checking passwords. */
  const failed = (count: number, account: string, address: string, secondsAgo: number) =>
    test.db.insert(signInFailures).values(Array.from({ length: count }, () => ({ account, address, at: new Date(Date.now() - secondsAgo * 1000) })));

  it('shuts an account for everybody, also against the right password, and says for how long', async () => {
    const { email } = await join('mona');
    await failed(throttle.perAccount, email, '192.0.2.9', 60);
    const wait = await waitOf(attempt(email, password));
    expect(wait).toBeGreaterThan(throttle.windowSeconds - 70);
    expect(wait).toBeLessThanOrEqual(throttle.windowSeconds - 59);
    const other = await join('other');
    expect(await outcome(attempt(other.email, password))).toBe('done');
  });

  it('treats unknown accounts the same', async () => {
    const outcomes: string[] = [];
    for (let i = 0; i <= throttle.perAccount; i++) outcomes.push(await outcome(attempt('nobody@example.org', 'guess')));
    expect(outcomes.slice(0, -1).every((code) => code === 'wrong-credentials')).toBe(true);
    expect(outcomes.at(-1)).toBe('too-many-attempts');
  });

  it('shuts an address that tries many accounts, not other addresses', async () => {
    const { email } = await join('mona');
    for (let i = 0; i < throttle.perAddress; i++) await failed(1, `guess${i}@example.org`, '192.0.2.9', 10);
    expect(await outcome(attempt(email, password, '192.0.2.9'))).toBe('too-many-attempts');
    expect(await outcome(attempt(email, password, '192.0.2.10'))).toBe('done');
  });

  it('opens again as failures leave the window, and forgets them', async () => {
    const { email } = await join('mona');
    await failed(1, email, '192.0.2.9', throttle.windowSeconds + 1);
    await failed(throttle.perAccount - 1, email, '192.0.2.9', 60);
    expect(await outcome(attempt(email, 'wrong'))).toBe('wrong-credentials');
    expect(await outcome(attempt(email, password))).toBe('too-many-attempts');
    await test.db.update(signInFailures).set({ at: sql`now() - make_interval(secs => ${throttle.windowSeconds + 1})` });
    expect(await outcome(attempt(email, password))).toBe('done');
    expect(await test.db.$count(signInFailures)).toBe(0);
  });

  it('starts anew for an account after a success', async () => {
    const { email } = await join('mona');
    await failed(throttle.perAccount - 1, email, '192.0.2.9', 60);
    expect(await outcome(attempt(email, password))).toBe('done');
    expect(await outcome(attempt(email, 'wrong'))).toBe('wrong-credentials');
    expect(await outcome(attempt(email, password))).toBe('done');
  });

  it('counts guesses at a confirmation apart, per person and at every address: they keep nobody from signing in', async () => {
    const { actor, email } = await join('mona');
    const confirm = (secret: string, who: Actor = actor) => outcome(confirmPassword(test.db, who, { password: secret, demoAllowed: false }));
    const guesses = await Promise.all(Array.from({ length: throttle.perAccount + 5 }, () => confirm('guess')));
    expect(guesses.filter((code) => code === 'wrong-password')).toHaveLength(throttle.perAccount);
    expect(guesses.filter((code) => code === 'too-many-attempts')).toHaveLength(5);
    expect(await confirm(password)).toBe('too-many-attempts');
    expect(await confirm(password, (await join('other')).actor)).toBe('done');
    for (let i = 0; i < throttle.perAccount - 1; i++) expect(await outcome(attempt(email, 'wrong'))).toBe('wrong-credentials');
    expect(await outcome(attempt(email, password))).toBe('done');
    // who has signed in knows the password: confirming starts anew
    expect(await confirm(password)).toBe('done');
  });

  it('keeps confirming open while signing in is shut, and shut signing in shut after it; nobody shuts it from the sign-in page', async () => {
    const { actor, email } = await join('mona');
    const confirm = (secret: string) => outcome(confirmPassword(test.db, actor, { password: secret, demoAllowed: false }));
    await failed(throttle.perAccount, email, '192.0.2.9', 60);
    for (let i = 0; i < throttle.perAccount; i++) await outcome(attempt(`CONFIRMATION ${email}`, 'guess'));
    expect(await confirm('wrong')).toBe('wrong-password');
    expect(await confirm(password)).toBe('done');
    expect(await outcome(attempt(email, password))).toBe('too-many-attempts');
  });

  it('does not let many guesses slip through at once', async () => {
    const { email } = await join('mona');
    const outcomes = await Promise.all(Array.from({ length: throttle.perAccount + 5 }, () => outcome(attempt(email, 'guess'))));
    expect(outcomes.filter((code) => code === 'wrong-credentials')).toHaveLength(throttle.perAccount);
  });
});

describe('a session', () => {
  beforeAll(() => {
    process.env.NEXTAUTH_SECRET = 'a secret of the test, long enough for it';
  });
  afterAll(() => {
    delete process.env.NEXTAUTH_SECRET;
  });
  const cookieOf = async (personId: string, sessionVersion: number) => {
    const { name, value } = await issueSessionCookie({ personId, sessionVersion });
    return `theme=dark; ${name}=${value}; locale=de`;
  };

  it('says who it is, as they are now', async () => {
    const { actor, email } = await join('mona');
    const cookie = await cookieOf(actor.id, 1);
    expect(await sessionFromCookies(cookie, test.db)).toEqual({
      person: { id: actor.id, name: 'mona', email, locale: null, delegation: { id: cast.delegation.DE, code: 'DE', name: { en: 'Germany', de: 'Deutschland', zh: '德方' } }, isHead: false, isDemo: false },
      actor,
      sessionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      sessionVersion: 1,
    });
    await setSpeaker(test.db, 'system', actor.id, true);
    expect((await sessionFromCookies(cookie, test.db))?.actor.isSpeaker).toBe(true);
  });

  it('ends with the next request once it was ended anywhere', async () => {
    const { actor } = await join('mona');
    const other = await join('other');
    const cookies = [await cookieOf(actor.id, 1), await cookieOf(other.actor.id, 1)];
    await signOutEverywhere(test.db, actor);
    await disablePerson(test.db, 'system', other.actor.id);
    for (const cookie of cookies) expect(await sessionFromCookies(cookie, test.db)).toBeNull();
    expect(await sessionFromCookies(await cookieOf(actor.id, 2), test.db)).not.toBeNull();
  });

  it('ends by signing out, and no other with it', async () => {
    const { actor } = await join('mona');
    const cookies = [await cookieOf(actor.id, 1), await cookieOf(actor.id, 1)] as const;
    const [ending, staying] = await Promise.all(cookies.map((cookie) => sessionFromCookies(cookie, test.db)));
    expect(ending!.sessionId).not.toBe(staying!.sessionId);
    const token = { ...ending!, personId: actor.id };
    await Promise.all([endSession(test.db, token), endSession(test.db, token)]);
    await endSession(test.db, token);
    expect(await sessionFromCookies(cookies[0], test.db)).toBeNull();
    expect(await sessionFromCookies(cookies[1], test.db)).toEqual(staying);
    expect(await test.db.select({ person: auditEntries.personId }).from(auditEntries).where(eq(auditEntries.verb, 'session.end'))).toEqual([{ person: actor.id }]);
  });

  it('is forgotten once no cookie of it can be valid any more', async () => {
    const { actor } = await join('mona');
    const rest = { personId: actor.id, sessionVersion: 1 };
    await endSession(test.db, { sessionId: 'past', ...rest });
    await test.db.update(endedSessions).set({ expiresAt: sql`now() - interval '1 second'` });
    await endSession(test.db, { sessionId: 'recent', ...rest });
    const kept = await test.db.select().from(endedSessions);
    expect(kept.map((row) => row.sessionId)).toEqual(['recent']);
    expect(kept[0]!.expiresAt.getTime()).toBeGreaterThan(Date.now() + sessionSeconds * 1000);
  });

  it('keeps its name as its cookie is renewed, and every sign-in is another', async () => {
    const { actor, email } = await join('mona');
    const user = { id: actor.id, email, sessionVersion: 1 };
    process.env.DATABASE_URL = test.url;
    try {
      const [jwt, signOut] = [authOptions.callbacks!.jwt!, authOptions.events!.signOut!];
      const begin = () => jwt({ token: {}, user, account: null });
      const [first, second] = [await begin(), await begin()];
      expect(await jwt({ token: first, account: null } as Parameters<typeof jwt>[0])).toEqual(first);
      const cookies = await Promise.all([first, second].map(async (token) => `next-auth.session-token=${await encode({ token, secret: process.env.NEXTAUTH_SECRET! })}`));
      await signOut({ token: first } as Parameters<typeof signOut>[0]);
      expect(await sessionFromCookies(cookies[0])).toBeNull();
      expect(await sessionFromCookies(cookies[1])).not.toBeNull();
      await expect(jwt({ token: first, account: null } as Parameters<typeof jwt>[0])).rejects.toThrow('session has ended');
    } finally {
      delete process.env.DATABASE_URL;
    }
  });

  it('cannot be made up', async () => {
    const { actor } = await join('mona');
    const token = { sessionId: crypto.randomUUID(), personId: actor.id, sessionVersion: 1 };
    const foreign = await encode({ token, secret: 'a secret that somebody else thought of' });
    const expired = await encode({ token, secret: process.env.NEXTAUTH_SECRET!, maxAge: -60 });
    const empty = await encode({ token: {}, secret: process.env.NEXTAUTH_SECRET! });
    const endless = await encode({ token: { personId: actor.id, sessionVersion: 1 }, secret: process.env.NEXTAUTH_SECRET! });
    for (const value of [foreign, expired, empty, endless, JSON.stringify(token), 'x', '', 'a.b.c.d.e']) expect(await sessionFromCookies(`next-auth.session-token=${value}`, test.db)).toBeNull();
    expect(await sessionFromCookies(undefined, test.db)).toBeNull();
  });
});
