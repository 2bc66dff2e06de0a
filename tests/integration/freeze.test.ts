import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it, test } from 'vitest';
import { notificationChannel } from '@/lib/db/notifications';
import { auditEntries } from '@/lib/db/schema/audit';
import { createThread } from '@/lib/comments/create-thread';
import { decideProposal } from '@/lib/comments/decide-proposal';
import type { Actor } from '@/lib/policies/can';
import { planMeeting } from '@/lib/meetings/plan-meeting';
import { setCourse } from '@/lib/meetings/set-course';
import { setPresenter } from '@/lib/meetings/set-presenter';
import { disablePerson } from '@/lib/people/disable-person';
import { erasePerson } from '@/lib/people/erase-person';
import { grantRight } from '@/lib/scenarios/grant-right';
import { importScenarioFile } from '@/lib/scenarios/import-scenario-file';
import { revokeRight } from '@/lib/scenarios/revoke-right';
import { setFrozen } from '@/lib/scenarios/set-frozen';
import { createSnapshot } from '@/lib/snapshots/create-snapshot';
import { listSnapshots } from '@/lib/snapshots/list-snapshots';
import { restoreSnapshot } from '@/lib/snapshots/restore-snapshot';
import { readAccess, readRight } from '@/server/sync/access';
import { castOf, outcome, type Cast } from '../support/cast';
import { createTestDatabase, type TestDatabase } from '../support/postgres';
import { wordedScenario } from '../support/worded-scenario';

let database: TestDatabase;
let cast: Cast;
let anna: Actor, ben: Actor, li: Actor, olga: Actor, eve: Actor;
let scenario: string;

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castOf(database.db);
  anna = await cast.join('Anna', 'DE', { speaker: true, creates: true });
  ben = await cast.join('Ben', 'DE');
  li = await cast.join('Li', 'CN', { speaker: true });
  olga = await cast.join('Olga', null);
  eve = await cast.join('Eve', 'CN');
});
afterAll(() => database.drop());

beforeEach(async () => {
  scenario = await importScenarioFile(database.db, anna, { format: 'accord-scenario', version: 1, scenario: { title: { en: 'Fleet' }, ...wordedScenario } });
  await cast.grant(scenario, ben, 'editor');
  await cast.grant(scenario, li, 'commenter');
  await cast.grant(scenario, olga, 'viewer');
});

const set = (actor: Actor, frozen: boolean) => setFrozen(database.db, actor, { scenario, frozen });

test.each([true, false])('only a facilitator closes or opens editing (%s)', async (frozen) => {
  await set(anna, !frozen);
  const answers: string[] = [];
  for (const actor of [anna, ben, li, olga, eve]) answers.push(await outcome(set(actor, frozen)));
  expect(answers).toEqual(['done', 'forbidden', 'forbidden', 'forbidden', 'not-found']);
});

it('closes it for whoever has the scenario open, and for verbs that edit; doing it twice does nothing more', async () => {
  const { number } = await createSnapshot(database.db, anna, { scenario, name: 'First', requestId: randomUUID() });
  const editing = async (actor: Actor) => ({
    entering: (await readRight(database.db, scenario, actor.id))?.editing,
    open: (await readAccess(database.db, [{ scenario, person: actor.id, session: 'x' }]))[0]?.editing,
  });
  await set(anna, true);
  await set(anna, true);
  for (const actor of [anna, ben]) expect(await editing(actor)).toEqual({ entering: 'frozen', open: 'frozen' });
  expect((await listSnapshots(database.db, olga, scenario)).frozen).toMatchObject({ by: 'Anna' });
  expect(await outcome(restoreSnapshot(database.db, anna, { scenario, number, requestId: randomUUID() }))).toBe('frozen');
  await set(anna, false);
  for (const actor of [anna, ben]) expect(await editing(actor)).toEqual({ entering: 'open', open: 'open' });
  expect((await listSnapshots(database.db, olga, scenario)).frozen).toBeNull();
  expect(await outcome(restoreSnapshot(database.db, anna, { scenario, number, requestId: randomUUID() }))).toBe('done');
  const entries = await database.db.select().from(auditEntries).where(eq(auditEntries.scenarioId, scenario));
  expect(entries.map(({ verb }) => verb).filter((verb) => /freeze|reopen/.test(verb)).sort()).toEqual(['scenario.freeze', 'scenario.reopen']);
});

it('closes it for verbs that edit while a meeting has a presenter who alone edits, and not for them', async () => {
  await cast.grant(scenario, ben, 'facilitator');
  const { number } = await createSnapshot(database.db, anna, { scenario, name: 'First', requestId: randomUUID() });
  const { meeting } = await planMeeting(database.db, anna, { title: 'M', local: '2026-05-12T09:00', zone: 'Europe/Berlin', minutes: 60, place: '', link: '', scenarios: [scenario], requestId: randomUUID() });
  await setCourse(database.db, anna, { meeting, step: 'begin' });
  await setPresenter(database.db, anna, { meeting, person: anna.id, onlyPresenterEdits: true });
  const { thread, comment } = await createThread(database.db, ben, { scenario, item: 'section:description:en', body: 'Rather so', requestId: randomUUID() });
  const restore = (actor: Actor) => outcome(restoreSnapshot(database.db, actor, { scenario, number, requestId: randomUUID() }));
  expect([await restore(ben), await restore(anna)]).toEqual(['presenter-edits', 'done']);
  const decide = (decision: 'accepted' | 'rejected') => outcome(decideProposal(database.db, ben, { scenario, thread, comment, decision }));
  expect([await decide('accepted'), await decide('rejected')]).toEqual(['presenter-edits', 'not-found']); // there is no proposal
});

test.each<[string, (presenter: Actor) => Promise<unknown>]>([
  ['is disabled', (presenter) => disablePerson(database.db, 'system', presenter.id)],
  ['is erased', (presenter) => erasePerson(database.db, 'system', presenter.id)],
  ['loses the right', (presenter) => revokeRight(database.db, anna, { scenario, person: presenter.id })],
  ['may only comment from now on', (presenter) => grantRight(database.db, anna, { scenario, person: presenter.id, right: 'commenter' })],
])('opens again by itself once the presenter who alone edits %s, and says so', async (_what, leave) => {
  const presenter = await cast.join('Paula', 'DE');
  await cast.grant(scenario, presenter, 'editor');
  const { meeting } = await planMeeting(database.db, anna, { title: 'M', local: '2026-05-12T09:00', zone: 'Europe/Berlin', minutes: 60, place: '', link: '', scenarios: [scenario], requestId: randomUUID() });
  await setCourse(database.db, anna, { meeting, step: 'begin' });
  await setPresenter(database.db, anna, { meeting, person: presenter.id, onlyPresenterEdits: true });
  const editing = async () => (await readRight(database.db, scenario, ben.id))?.editing;
  expect(await editing()).toBe('presenter');
  const heard: unknown[] = [];
  const listener = await database.db.$client.connect();
  try {
    listener.on('notification', ({ payload }) => heard.push(JSON.parse(payload!)));
    await listener.query(`listen ${notificationChannel}`);
    await leave(presenter);
    expect(await editing()).toBe('open');
    await expect.poll(() => heard).toContainEqual({ about: 'editing', scenario });
  } finally {
    listener.release(true);
  }
});
