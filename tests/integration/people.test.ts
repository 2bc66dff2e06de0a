import { eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { notificationChannel } from '@/lib/db/notifications';
import { auditEntries } from '@/lib/db/schema/audit';
import { accessLinks, endedSessions, people } from '@/lib/db/schema/people';
import { addDelegation } from '@/lib/people/add-delegation';
import { changeAccount } from '@/lib/people/change-person';
import { changePassword } from '@/lib/people/change-password';
import { createResetLink } from '@/lib/people/create-reset-link';
import { disablePerson } from '@/lib/people/disable-person';
import type { Doer } from '@/lib/people/doer';
import { enablePerson } from '@/lib/people/enable-person';
import { hashPassword } from '@/lib/people/hash-password';
import { invitePerson } from '@/lib/people/invite-person';
import { listDelegations } from '@/lib/people/list-delegations';
import { listPeople } from '@/lib/people/list-people';
import { renamePerson } from '@/lib/people/rename-person';
import { seedDemo, demoPeople } from '@/lib/people/seed-demo';
import { setAdministrator } from '@/lib/people/set-administrator';
import { setDelegation } from '@/lib/people/set-delegation';
import { setHead } from '@/lib/people/set-head';
import { setLocale } from '@/lib/people/set-locale';
import { setMayCreateScenarios } from '@/lib/people/set-may-create-scenarios';
import { setSpeaker } from '@/lib/people/set-speaker';
import { signOutEverywhere } from '@/lib/people/sign-out-everywhere';
import type { Actor } from '@/lib/policies/can';
import { castOf, outcome, type Cast } from '../support/cast';
import { clearPeople } from '../support/clear-people';
import { asSomebodyElse, createTestDatabase, type TestDatabase } from '../support/postgres';

let test: TestDatabase;
let cast: Cast;
let administrator: Actor;
let member: Actor;
let passwordHash: string;

beforeAll(async () => {
  test = await createTestDatabase();
  passwordHash = await hashPassword('kirschkuchen im mai');
  return test.drop;
});
beforeEach(async () => {
  await clearPeople(test.db);
  cast = await castOf(test.db);
  administrator = await join('root', null, { isAdministrator: true });
  member = await join('mona', 'DE');
});

/** Somebody who has a password, so can sign in. */
async function join(name: string, delegation: string | null, office: Partial<Actor> = {}): Promise<Actor> {
  const actor = { ...(await cast.join(name, delegation)), ...office };
  await test.db.update(people).set({ passwordHash, isAdministrator: actor.isAdministrator }).where(eq(people.id, actor.id));
  return actor;
}

async function row(person: { readonly id: string }) {
  const [found] = await test.db.select().from(people).where(eq(people.id, person.id));
  return found!;
}

describe('looking after people', () => {
  const someone = { name: 'Neu', email: 'neu@example.org', delegationId: null };
  const verbs: readonly [string, (doer: Doer) => Promise<unknown>][] = [
    ['invite', (doer) => invitePerson(test.db, doer, someone)],
    ['disable', (doer) => disablePerson(test.db, doer, member.id)],
    ['enable', (doer) => enablePerson(test.db, doer, member.id)],
    ['make a link', (doer) => createResetLink(test.db, doer, member.id)],
    ['rename', (doer) => renamePerson(test.db, doer, member.id, 'Mona M.')],
    ['set the delegation', (doer) => setDelegation(test.db, doer, member.id, null)],
    ['set the head', (doer) => setHead(test.db, doer, member.id, true)],
    ['set a speaker', (doer) => setSpeaker(test.db, doer, member.id, true)],
    ['set an administrator', (doer) => setAdministrator(test.db, doer, member.id, true)],
    ['set who creates scenarios', (doer) => setMayCreateScenarios(test.db, doer, member.id, true)],
    ['list', (doer) => listPeople(test.db, doer)],
    ['add a delegation', (doer) => addDelegation(test.db, doer, { code: 'FR', name: { en: 'France', de: 'Frankreich', zh: '法方' } })],
  ];

  it.each(verbs)('is for administrators: %s', async (_name, verb) => {
    const before = await row(member);
    expect(await outcome(verb(member))).toBe('forbidden');
    expect(await row(member)).toEqual(before);
    expect(await test.db.select().from(auditEntries)).toEqual([]);
    expect(await outcome(verb(administrator))).toBe('done');
  });

  it('says nothing of people who do not exist', async () => {
    for (const id of ['00000000-0000-4000-8000-000000000000', 'x', "'; drop table people; --"]) expect(await outcome(disablePerson(test.db, administrator, id))).toBe('not-found');
  });

  it('is recorded and announced, with the change or not at all', async () => {
    const client = await test.db.$client.connect();
    const heard: unknown[] = [];
    client.on('notification', ({ payload }) => heard.push(JSON.parse(payload ?? '')));
    try {
      await client.query(`listen ${notificationChannel}`);
      for (let time = 0; time < 2; time++) await setMayCreateScenarios(test.db, administrator, member.id, true); // so already, it changes nothing
      await outcome(setAdministrator(test.db, administrator, administrator.id, false));
      await expect.poll(() => heard).toEqual([{ about: 'person', person: member.id }]);
      expect(await test.db.select().from(auditEntries)).toMatchObject([
        { personId: administrator.id, verb: 'person.set-may-create-scenarios', subject: { person: member.id, mayCreateScenarios: true } },
      ]);
    } finally {
      client.release(true);
    }
  });
});

describe('the last administrator', () => {
  it('can neither be disabled nor demoted', async () => {
    expect(await outcome(disablePerson(test.db, administrator, administrator.id))).toBe('last-administrator');
    expect(await outcome(setAdministrator(test.db, administrator, administrator.id, false))).toBe('last-administrator');
    expect(await row(administrator)).toMatchObject({ isAdministrator: true, disabledAt: null, sessionVersion: 1 });
  });

  it('is the last who can sign in: invited and disabled ones do not count', async () => {
    const invited = await cast.join('invited', null);
    await setAdministrator(test.db, administrator, invited.id, true);
    const disabled = await join('disabled', null, { isAdministrator: true });
    await disablePerson(test.db, administrator, disabled.id);
    expect(await outcome(setAdministrator(test.db, administrator, administrator.id, false))).toBe('last-administrator');
  });

  it('remains when two demote each other at the same moment', async () => {
    const other = await join('other', null, { isAdministrator: true });
    const outcomes = await Promise.all([
      outcome(setAdministrator(test.db, administrator, other.id, false)),
      outcome(setAdministrator(test.db, other, administrator.id, false)),
    ]);
    expect(outcomes.sort()).toEqual(['done', 'last-administrator']);
  });
});

it('lets what refers to administrators be written while somebody’s account is changed', async () => {
  await changeAccount(test.db, null, member.id, 'person.rename', async () => {
    const write = () =>
      test.db.transaction(async (tx) => {
        await tx.execute(sql`set local lock_timeout = '2s'`);
        await tx.insert(endedSessions).values({ sessionId: 'one', personId: administrator.id, expiresAt: new Date() });
      });
    await asSomebodyElse(write);
    return { name: 'Mona M.' };
  });
  expect(await row(member)).toMatchObject({ name: 'Mona M.' });
});

describe('offices', () => {
  it('of a delegation end when somebody leaves it', async () => {
    await setSpeaker(test.db, administrator, member.id, true);
    await setHead(test.db, administrator, member.id, true);
    await setDelegation(test.db, administrator, member.id, cast.delegation.DE!);
    expect(await row(member)).toMatchObject({ isSpeaker: true, isHead: true });
    await setDelegation(test.db, administrator, member.id, cast.delegation.CN!);
    expect(await row(member)).toMatchObject({ delegationId: cast.delegation.CN, isSpeaker: false, isHead: false });
  });

  it('are not for observers', async () => {
    const observer = await join('olga', null);
    expect(await outcome(setSpeaker(test.db, administrator, observer.id, true))).toBe('bad-request');
    expect(await outcome(setHead(test.db, administrator, observer.id, true))).toBe('bad-request');
  });

  it('of a head pass on: a delegation has one', async () => {
    const successor = await join('nora', 'DE');
    const foreign = await join('wei', 'CN');
    for (const person of [member, foreign, successor]) await setHead(test.db, administrator, person.id, true);
    expect([(await row(member)).isHead, (await row(successor)).isHead, (await row(foreign)).isHead]).toEqual([false, true, true]);
  });

  it('of a delegation that does not exist are none', async () => {
    for (const id of ['00000000-0000-4000-8000-000000000000', 'DE']) expect(await outcome(setDelegation(test.db, administrator, member.id, id))).toBe('not-found');
  });
});

describe('a disabled account', () => {
  it('loses its sessions and its links at once, and keeps its password', async () => {
    await createResetLink(test.db, administrator, member.id);
    await disablePerson(test.db, administrator, member.id);
    expect(await row(member)).toMatchObject({ sessionVersion: 2, passwordHash });
    expect(await test.db.select().from(accessLinks)).toEqual([]);
    expect(await outcome(createResetLink(test.db, administrator, member.id))).toBe('account-disabled');
    expect((await listPeople(test.db, administrator)).find(({ id }) => id === member.id)?.state).toBe('disabled');
    await enablePerson(test.db, administrator, member.id);
    expect(await row(member)).toMatchObject({ sessionVersion: 2, disabledAt: null, passwordHash });
  });
});

describe('an invitation', () => {
  it('makes an account that cannot sign in yet', async () => {
    const { personId, link } = await invitePerson(test.db, administrator, { name: ' Jürgen  Groß ', email: ' Juergen@Example.org', delegationId: cast.delegation.DE! });
    expect(link.purpose).toBe('invitation');
    expect(await row({ id: personId })).toMatchObject({ name: 'Jürgen Groß', email: 'juergen@example.org', passwordHash: null, delegationId: cast.delegation.DE });
    expect((await listPeople(test.db, administrator)).find(({ id }) => id === personId)).toMatchObject({ state: 'invited', hasOpenLink: true });
  });

  it.each([
    [{ email: 'nobody' }, 'bad-request'],
    [{ name: ' ' }, 'empty-text'],
    [{ name: 'x'.repeat(10_000) }, 'too-large'],
    [{ delegationId: 'x' }, 'not-found'],
    [{ email: 'MONA.2@example.org' }, 'address-taken'],
  ])('with %j is refused: %s', async (part, code) => {
    const before = await test.db.$count(people);
    expect(await outcome(invitePerson(test.db, administrator, { name: 'Neu', email: 'neu@example.org', delegationId: null, ...part }))).toBe(code);
    expect(await test.db.$count(people)).toBe(before);
  });

  it('holds SQL and markup as the text it is', async () => {
    const name = `Robert'); DROP TABLE people;-- <script>alert(1)</script>`;
    const { personId } = await invitePerson(test.db, administrator, { name, email: 'robert@example.org', delegationId: null });
    expect((await row({ id: personId })).name).toBe(name);
  });
});

describe('delegations', () => {
  it('are two at first; more can be added, each code once', async () => {
    expect((await listDelegations(test.db)).map(({ code }) => code)).toEqual(['DE', 'CN']);
    const name = { en: 'France', de: 'Frankreich', zh: '法方' };
    await addDelegation(test.db, administrator, { code: 'fr', name });
    expect((await listDelegations(test.db)).at(-1)).toMatchObject({ code: 'FR', name });
    expect(await outcome(addDelegation(test.db, administrator, { code: 'FR', name }))).toBe('code-taken');
    expect(await outcome(addDelegation(test.db, administrator, { code: '法方', name }))).toBe('bad-request');
    expect(await outcome(addDelegation(test.db, administrator, { code: 'IT', name: { ...name, zh: '' } }))).toBe('empty-text');
  });
});

describe("one's own account", () => {
  it('takes a new password for the current one, and ends all sessions', async () => {
    const input = { current: 'kirschkuchen im mai', next: '一个很长很好的新密码' };
    expect(await outcome(changePassword(test.db, member, { ...input, current: 'wrong' }))).toBe('wrong-credentials');
    expect(await outcome(changePassword(test.db, member, { ...input, next: 'short' }))).toBe('weak-password');
    expect(await row(member)).toMatchObject({ sessionVersion: 1, passwordHash });
    expect(await changePassword(test.db, member, input)).toEqual({ id: member.id, sessionVersion: 2 });
    expect(await outcome(changePassword(test.db, member, input))).toBe('wrong-credentials');
  });

  it('does not let the current password be guessed', async () => {
    const guess = () => outcome(changePassword(test.db, member, { current: 'guess', next: 'kirschkuchen im juni' }));
    const outcomes = await Promise.all(Array.from({ length: 12 }, guess));
    expect(outcomes.filter((code) => code === 'wrong-credentials')).toHaveLength(10);
    expect(outcomes.filter((code) => code === 'too-many-attempts')).toHaveLength(2);
  });

  it('can end its sessions everywhere, and remembers a language', async () => {
    await signOutEverywhere(test.db, member);
    await setLocale(test.db, member, 'zh');
    expect(await row(member)).toMatchObject({ sessionVersion: 2, locale: 'zh' });
  });
});

describe('the demonstration', () => {
  it('has its five people, however often it is seeded, and leaves those who exist as they are', async () => {
    await seedDemo(test.db);
    await test.db.update(people).set({ name: 'Anna W.' }).where(eq(people.email, 'anna@example.org'));
    await seedDemo(test.db);
    const demo = await test.db.select().from(people).where(eq(people.isDemo, true)).orderBy(sql`${people.email}`);
    expect(demo.map(({ email }) => email)).toEqual(demoPeople.map(({ email }) => email));
    const byEmail = Object.fromEntries(demo.map((person) => [person.email.split('@')[0], person]));
    expect(byEmail.anna).toMatchObject({ name: 'Anna W.', delegationId: cast.delegation.DE, isHead: true, isSpeaker: true, mayCreateScenarios: true, isAdministrator: true });
    expect(byEmail.li).toMatchObject({ delegationId: cast.delegation.CN, isHead: true, isSpeaker: true, mayCreateScenarios: true, isAdministrator: false });
    expect(byEmail.ben).toMatchObject({ delegationId: cast.delegation.DE, isSpeaker: false, mayCreateScenarios: false });
    expect(byEmail.mei).toMatchObject({ delegationId: cast.delegation.CN, isSpeaker: false, mayCreateScenarios: false });
    expect(byEmail.olga).toMatchObject({ delegationId: null, isSpeaker: false, mayCreateScenarios: false });
  });

  it('has passwords that stay what they are', async () => {
    await seedDemo(test.db);
    const anna = (await listPeople(test.db, administrator)).find(({ email }) => email === 'anna@example.org')!;
    expect(await outcome(createResetLink(test.db, administrator, anna.id))).toBe('forbidden');
    const actor: Actor = { ...administrator, id: anna.id };
    expect(await outcome(changePassword(test.db, actor, { current: 'demo', next: 'kirschkuchen im juni' }))).toBe('forbidden');
  });
});
