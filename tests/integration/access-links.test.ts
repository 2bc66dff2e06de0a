import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accessLinks, people } from '@/lib/db/schema/people';
import { hashAccessToken } from '@/lib/people/access-token';
import { createResetLink } from '@/lib/people/create-reset-link';
import { disablePerson } from '@/lib/people/disable-person';
import { firstAdministratorLink } from '@/lib/people/first-administrator';
import { invitePerson } from '@/lib/people/invite-person';
import { readAccessLink } from '@/lib/people/read-access-link';
import { signIn } from '@/lib/people/sign-in';
import { spendAccessLink } from '@/lib/people/spend-access-link';
import { outcome } from '../support/cast';
import { clearPeople } from '../support/clear-people';
import { createTestDatabase, type TestDatabase } from '../support/postgres';

const password = 'kirschkuchen im mai';
let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  return test.drop;
});
beforeEach(() => clearPeople(test.db));

const invite = async (email = 'neu@example.org') => invitePerson(test.db, 'system', { name: 'Neu', email, delegationId: null });
const canSignIn = (email: string, secret: string) => outcome(signIn(test.db, { email, password: secret, address: '127.0.0.1', demoAllowed: false }));

describe('an access link', () => {
  it('is read as often as somebody likes, and spent once', async () => {
    const { personId, link } = await invite();
    for (let i = 0; i < 3; i++) expect(await readAccessLink(test.db, link.token)).toEqual({ purpose: 'invitation', person: { name: 'Neu', email: 'neu@example.org' } });
    expect(await spendAccessLink(test.db, link.token, { password })).toEqual({ id: personId, sessionVersion: 2 });
    expect(await canSignIn('neu@example.org', password)).toBe('done');
    expect(await readAccessLink(test.db, link.token)).toBeNull();
    expect(await outcome(spendAccessLink(test.db, link.token, { password: 'another long one' }))).toBe('link-spent');
    expect(await canSignIn('neu@example.org', 'another long one')).toBe('wrong-credentials');
  });

  it('is spent by one of two who try at the same moment', async () => {
    const { link } = await invite();
    const outcomes = await Promise.all([1, 2, 3].map((n) => outcome(spendAccessLink(test.db, link.token, { password: `${password} ${n}` }))));
    expect(outcomes.sort()).toEqual(['done', 'link-spent', 'link-spent']);
  });

  it('is not spent by a password that is refused', async () => {
    const { link } = await invite();
    expect(await outcome(spendAccessLink(test.db, link.token, { password: 'short' }))).toBe('weak-password');
    expect(await outcome(spendAccessLink(test.db, link.token, { password }))).toBe('done');
  });

  it('stands nowhere in the database', async () => {
    const { link } = await invite();
    const [stored] = await test.db.select().from(accessLinks);
    expect(JSON.stringify(stored)).not.toContain(link.token);
    expect(stored!.tokenHash).toBe(hashAccessToken(link.token));
    expect(Buffer.from(link.token, 'base64url')).toHaveLength(32);
  });

  it('expires', async () => {
    const { link } = await invite();
    await test.db.update(accessLinks).set({ expiresAt: new Date(Date.now() - 1000) });
    expect(await readAccessLink(test.db, link.token)).toBeNull();
    expect(await outcome(spendAccessLink(test.db, link.token, { password }))).toBe('link-spent');
  });

  it('leaves nothing behind: what was spent or has expired goes when the next one is made', async () => {
    const [spent, expired, open] = [await invite('a@example.org'), await invite('b@example.org'), await invite('c@example.org')];
    await spendAccessLink(test.db, spent.link.token, { password });
    await test.db.update(accessLinks).set({ expiresAt: new Date(Date.now() - 1000) }).where(eq(accessLinks.personId, expired.personId));
    const newest = await invite('d@example.org');
    const left = (await test.db.select().from(accessLinks)).map(({ personId }) => personId);
    expect(left.sort()).toEqual([open.personId, newest.personId].sort());
    expect(await outcome(spendAccessLink(test.db, spent.link.token, { password: 'another long one' }))).toBe('link-spent');
  });

  it('is replaced by a newer one, and void once its person is disabled', async () => {
    const { personId, link } = await invite();
    const newer = await createResetLink(test.db, 'system', personId);
    expect(newer.purpose).toBe('invitation');
    expect(await readAccessLink(test.db, link.token)).toBeNull();
    expect(await readAccessLink(test.db, newer.token)).not.toBeNull();
    await disablePerson(test.db, 'system', personId);
    expect(await outcome(spendAccessLink(test.db, newer.token, { password }))).toBe('link-spent');
  });

  it('for a new password ends the sessions of the old one', async () => {
    const { personId, link } = await invite();
    await spendAccessLink(test.db, link.token, { password });
    const reset = await createResetLink(test.db, 'system', personId);
    expect(reset.purpose).toBe('reset');
    expect(await canSignIn('neu@example.org', password)).toBe('done');
    expect(await spendAccessLink(test.db, reset.token, { password: 'another long one' })).toMatchObject({ sessionVersion: 3 });
    expect(await canSignIn('neu@example.org', password)).toBe('wrong-credentials');
  });

  it.each(['', 'x', '../../etc/passwd', "' or 1=1 --", 'a'.repeat(10_000)])('with the token %j is none', async (token) => {
    await invite();
    expect(await readAccessLink(test.db, token)).toBeNull();
    expect(await outcome(spendAccessLink(test.db, token, { password }))).toBe('link-spent');
  });
});

describe("the first administrator's link", () => {
  const newcomer = { name: 'Rita', email: 'rita@example.org' };
  const tokenOf = (link: string | null) => new URL(link!).pathname.split('/').at(-1)!;

  it('makes one administrator, who may create scenarios', async () => {
    const link = await firstAdministratorLink(test.db, 'https://accord.example.org');
    expect(link).toMatch(/^https:\/\/accord\.example\.org\/access\/[\w-]{43}$/);
    const { id } = await spendAccessLink(test.db, tokenOf(link), { password, newcomer });
    const [made] = await test.db.select().from(people).where(eq(people.id, id));
    expect(made).toMatchObject({ ...newcomer, isAdministrator: true, mayCreateScenarios: true, isDemo: false });
    expect(await canSignIn('rita@example.org', password)).toBe('done');
    expect(await firstAdministratorLink(test.db, 'https://accord.example.org')).toBeNull();
  });

  it('is void once there is an administrator, also if several had been printed', async () => {
    const links = await Promise.all([1, 2].map(() => firstAdministratorLink(test.db, 'http://localhost:3000')));
    const outcomes = await Promise.all(links.map((link, n) => outcome(spendAccessLink(test.db, tokenOf(link), { password, newcomer: { ...newcomer, email: `rita${n}@example.org` } }))));
    expect(outcomes.sort()).toEqual(['done', 'link-spent']);
    expect(await test.db.$count(people)).toBe(1);
  });

  it.each([
    [{ name: '', email: 'rita@example.org' }, 'empty-text'],
    [{ name: 'Rita', email: 'rita' }, 'bad-request'],
    [undefined, 'bad-request'],
  ])('asks who it is: %j', async (who, code) => {
    const token = tokenOf(await firstAdministratorLink(test.db, 'http://localhost:3000'));
    expect(await outcome(spendAccessLink(test.db, token, { password, ...(who && { newcomer: who }) }))).toBe(code);
    expect(await readAccessLink(test.db, token)).toEqual({ purpose: 'first-administrator', person: null });
  });
});
