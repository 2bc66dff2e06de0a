import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditEntries } from '@/lib/db/schema/audit';
import { inboxEntries } from '@/lib/db/schema/inbox';
import { meetings } from '@/lib/db/schema/meetings';
import { changeMeeting } from '@/lib/meetings/change-meeting';
import { listMeetings } from '@/lib/meetings/list-meetings';
import { planMeeting, type NewMeeting } from '@/lib/meetings/plan-meeting';
import { readMeeting } from '@/lib/meetings/read-meeting';
import { setCourse } from '@/lib/meetings/set-course';
import { setPresenter } from '@/lib/meetings/set-presenter';
import { toCalendar } from '@/lib/meetings/to-calendar';
import type { Actor } from '@/lib/policies/can';
import { createScenario } from '@/lib/scenarios/create-scenario';
import { castOf, outcome, type Cast } from '../support/cast';
import { createTestDatabase, type TestDatabase } from '../support/postgres';

let database: TestDatabase;
let cast: Cast;
let people: Record<'facilitator' | 'editor' | 'commenter' | 'viewer' | 'stranger', Actor>;
let scenario: string;
let other: string;

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castOf(database.db);
  people = {
    facilitator: await cast.join('Anna', 'DE', { creates: true, speaker: true }),
    editor: await cast.join('Mei', 'CN'),
    commenter: await cast.join('Li', 'CN', { speaker: true }),
    viewer: await cast.join('Wei', 'CN'),
    stranger: await cast.join('Eve', 'CN', { creates: true }),
  };
});
afterAll(() => database.drop());
beforeEach(async () => {
  scenario = await createScenario(database.db, people.facilitator, { title: 'Fleet', language: 'en', origin: 'DE' });
  other = await createScenario(database.db, people.facilitator, { title: 'Secret', language: 'en', origin: 'DE' });
  for (const right of ['editor', 'commenter', 'viewer'] as const) await cast.grant(scenario, people[right], right);
});

const plan = (input: Partial<NewMeeting> = {}): NewMeeting => ({ title: 'Second reading', local: '2026-05-12T09:00', zone: 'Europe/Berlin', minutes: 120, place: 'Room 4', link: 'https://meet.example.org/x', scenarios: [scenario], requestId: randomUUID(), ...input });
const planned = async (input: Partial<NewMeeting> = {}): Promise<string> => (await planMeeting(database.db, people.facilitator, plan(input))).meeting;
const read = (id: string, actor: Actor = people.facilitator) => readMeeting(database.db, actor, id);

describe('planning', () => {
  it.each([
    ['facilitator', 'done', 'done'],
    ['editor', 'forbidden', 'forbidden'],
    ['commenter', 'forbidden', 'forbidden'],
    ['viewer', 'forbidden', 'forbidden'],
    ['stranger', 'not-found', 'not-found'],
  ] as const)('as %s: %s', async (name, mayPlan, mayLead) => {
    const actor = people[name];
    expect(await outcome(planMeeting(database.db, actor, plan()))).toBe(mayPlan);
    const id = await planned();
    const change = { ...plan(), meeting: id, planVersion: 0 };
    expect(await outcome(changeMeeting(database.db, actor, change))).toBe(mayLead);
    expect(await outcome(setCourse(database.db, actor, { meeting: id, step: 'begin' }))).toBe(mayLead);
    expect(await outcome(setPresenter(database.db, actor, { meeting: id, person: people.editor.id, onlyPresenterEdits: false }))).toBe(mayLead);
    expect(await outcome(setCourse(database.db, actor, { meeting: id, step: 'end' }))).toBe(mayLead);
    expect(await outcome(setCourse(database.db, actor, { meeting: await planned(), step: 'cancel' }))).toBe(mayLead);
    expect(await outcome(read(id, actor))).toBe(mayPlan === 'not-found' ? 'not-found' : 'done');
    expect((await listMeetings(database.db, actor)).some((meeting) => meeting.id === id)).toBe(name !== 'stranger');
  });

  it('knows no meeting by anything that is no id', async () => {
    for (const id of ['', 'x', randomUUID(), "' or 1=1 --"]) {
      expect(await outcome(read(id))).toBe('not-found');
      expect(await outcome(setCourse(database.db, people.facilitator, { meeting: id, step: 'begin' }))).toBe('not-found');
    }
    expect(await listMeetings(database.db, people.facilitator, 'x')).toEqual([]);
  });

  it('keeps the time on the wall, and shows both clocks right before and after they are changed', async () => {
    for (const [local, zone, utc] of [
      ['2026-03-28T09:00', 'Europe/Berlin', '2026-03-28T08:00:00.000Z'],
      ['2026-03-29T09:00', 'Europe/Berlin', '2026-03-29T07:00:00.000Z'],
      ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
      ['2026-03-29T15:00', 'Asia/Shanghai', '2026-03-29T07:00:00.000Z'],
    ] as const) {
      const meeting = await read(await planned({ local, zone }));
      expect([meeting.local, meeting.zone, meeting.startsAt]).toEqual([local, zone, utc]);
    }
    expect(await outcome(planned({ local: '2026-03-29T02:30' }))).toBe('no-such-time');
  });

  it.each([
    [{ title: ' ' }, 'empty-text'],
    [{ title: 'x'.repeat(301) }, 'too-large'],
    [{ zone: 'Berlin' }, 'bad-request'],
    [{ local: '2026-02-30T09:00' }, 'bad-request'],
    [{ minutes: 0 }, 'bad-request'],
    [{ minutes: 90.5 }, 'bad-request'],
    [{ minutes: 1441 }, 'bad-request'],
    [{ link: 'javascript:alert(1)' }, 'bad-request'],
    [{ link: 'https://' }, 'bad-request'],
    [{ link: 'file:///etc/passwd' }, 'bad-request'],
    [{ scenarios: [] }, 'bad-request'],
    [{ scenarios: ['x'] }, 'not-found'],
    [{ scenarios: [randomUUID()] }, 'not-found'],
  ] as const)('refuses %j: %s', async (input, code) => expect(await outcome(planned(input))).toBe(code));

  it('is done once, however often it is asked for', async () => {
    const asked = plan();
    const made = await Promise.all([1, 2, 3].map(() => planMeeting(database.db, people.facilitator, asked)));
    expect(new Set(made.map(({ meeting }) => meeting)).size).toBe(1);
  });

  it('tells those who take part, once, and says what was done', async () => {
    for (const name of ['editor', 'viewer'] as const) await cast.grant(other, people[name], 'viewer');
    const meeting = await planned({ scenarios: [scenario, other] });
    const told = (await database.db.select().from(inboxEntries)).filter(({ subject }) => subject.meeting === meeting);
    expect(told.map(({ personId }) => personId).sort()).toEqual([people.editor.id, people.commenter.id, people.viewer.id].sort());
    expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(['meeting-invited']));
    const entries = await database.db.select().from(auditEntries).where(eq(auditEntries.verb, 'meeting.plan'));
    expect(entries.filter(({ subject }) => subject.meeting === meeting).map(({ scenarioId }) => scenarioId).sort()).toEqual([scenario, other].sort());
  });

  it('of two who change the plan at once, the second is told', async () => {
    const meeting = await planned();
    const change = (title: string) => changeMeeting(database.db, people.facilitator, { ...plan({ title }), meeting, planVersion: 0 });
    expect((await Promise.all([outcome(change('A')), outcome(change('B'))])).sort()).toEqual(['done', 'meeting-changed']);
    expect(await read(meeting)).toMatchObject({ planVersion: 1 });
  });
});

describe('a scenario that one may not see', () => {
  it('is absent from the meeting, with its people', async () => {
    const secretKeeper = await cast.join('Kim', 'DE');
    await cast.grant(other, secretKeeper, 'editor');
    const meeting = await planned({ scenarios: [scenario, other] });
    const seen = await read(meeting, people.editor);
    expect(seen.scenarios.map(({ id }) => id)).toEqual([scenario]);
    expect(JSON.stringify([seen, await listMeetings(database.db, people.editor, scenario)])).not.toMatch(new RegExp(`${other}|Secret|Kim`));
    expect((await listMeetings(database.db, people.editor, other)).map(({ id }) => id)).toEqual([]);
    expect((await read(meeting)).scenarios.map(({ id }) => id)).toEqual([scenario, other]);
    expect(seen.may).toEqual({ lead: false, record: true });
    // whoever facilitates one of several scenarios leads no meeting on all of them
    await cast.grant(scenario, people.editor, 'facilitator');
    expect(await outcome(setCourse(database.db, people.editor, { meeting, step: 'begin' }))).toBe('forbidden');
  });

  it('cannot be put into a plan', async () => {
    const strangers = await createScenario(database.db, people.stranger, { title: 'Mine', language: 'en', origin: 'CN' });
    expect(await outcome(planned({ scenarios: [scenario, strangers] }))).toBe('not-found');
    const meeting = await planned();
    expect(await outcome(changeMeeting(database.db, people.facilitator, { ...plan({ scenarios: [strangers] }), meeting, planVersion: 0 }))).toBe('not-found');
  });
});

describe('its course', () => {
  const step = (meeting: string, taken: 'begin' | 'end' | 'cancel') => outcome(setCourse(database.db, people.facilitator, { meeting, step: taken }));

  it('begins, ends, goes on; what was cancelled stays so', async () => {
    const meeting = await planned();
    expect(await step(meeting, 'end')).toBe('meeting-not-running');
    expect(await step(meeting, 'begin')).toBe('done');
    expect(await step(meeting, 'begin')).toBe('done');
    expect(await read(meeting)).toMatchObject({ course: 'running' });
    expect(await step(meeting, 'cancel')).toBe('bad-request');
    expect(await step(meeting, 'end')).toBe('done');
    const { startedAt } = await read(meeting);
    expect(await step(meeting, 'begin')).toBe('done');
    expect(await read(meeting)).toMatchObject({ course: 'running', startedAt, endedAt: null });
    const cancelled = await planned();
    expect(await step(cancelled, 'cancel')).toBe('done');
    expect(await step(cancelled, 'cancel')).toBe('done');
    expect(await step(cancelled, 'begin')).toBe('meeting-over');
    expect(await outcome(changeMeeting(database.db, people.facilitator, { ...plan(), meeting: cancelled, planVersion: 1 }))).toBe('meeting-over');
  });

  it('no two meetings deal with one scenario at once', async () => {
    const [first, second] = [await planned(), await planned({ scenarios: [other, scenario] })];
    expect((await Promise.all([step(first, 'begin'), step(second, 'begin')])).sort()).toEqual(['another-meeting-runs', 'done']);
    // one that nobody ended holds nobody up for ever
    await database.db.update(meetings).set({ startedAt: new Date(Date.now() - 13 * 3_600_000) });
    const running = await read(first);
    expect(running.course).not.toBe('running');
    expect(await step(second, 'begin')).toBe('done');
  });

  it('only somebody who takes part, and may edit, edits alone; and only while it runs', async () => {
    const meeting = await planned();
    const present = (person: string | null, onlyPresenterEdits = false) => outcome(setPresenter(database.db, people.facilitator, { meeting, person, onlyPresenterEdits }));
    expect(await present(people.editor.id, true)).toBe('meeting-not-running');
    expect(await step(meeting, 'begin')).toBe('done');
    for (const [person, alone, code] of [
      [people.stranger.id, false, 'not-found'],
      ['x', false, 'not-found'],
      [null, true, 'bad-request'],
      [people.viewer.id, true, 'bad-request'],
      [people.viewer.id, false, 'done'],
      [people.editor.id, true, 'done'],
    ] as const)
      expect([person, await present(person, alone)]).toEqual([person, code]);
    expect(await read(meeting)).toMatchObject({ presenter: { name: 'Mei' }, onlyPresenterEdits: true });
    expect(await step(meeting, 'end')).toBe('done');
    expect(await read(meeting)).toMatchObject({ onlyPresenterEdits: false });
    expect(await present(people.editor.id)).toBe('meeting-over');
  });
});

describe('the calendar entry', () => {
  it('is one that calendars read, in UTC, with every letter', async () => {
    const title = 'Zweite Lesung; „Flotte“, 第二次会议 ' + '长'.repeat(60);
    const meeting = await read(await planned({ title, local: '2026-03-29T09:00', minutes: 150 }));
    const text = toCalendar(meeting, 'Berlin: 09:00\nPeking: 15:00', 'http://localhost:3000/meetings/1');
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75); // RFC 5545, 3.1
    const component = new ICAL.Component(ICAL.parse(text) as unknown as unknown[]);
    expect(component.getFirstPropertyValue('method')).toBe('PUBLISH');
    const event = new ICAL.Event(component.getFirstSubcomponent('vevent')!);
    expect(event.summary).toBe(title);
    expect(event.description).toBe('Berlin: 09:00\nPeking: 15:00\nhttps://meet.example.org/x');
    expect(event.location).toBe('Room 4 · https://meet.example.org/x');
    expect(event.uid).toBe(`${meeting.id}@accord`);
    expect(event.sequence).toBe(0);
    expect([event.startDate.toJSDate().toISOString(), event.endDate.toJSDate().toISOString()]).toEqual(['2026-03-29T07:00:00.000Z', '2026-03-29T09:30:00.000Z']);
  });

  it('takes the meeting out of the calendar when it was cancelled, as a later version', async () => {
    const id = await planned();
    await setCourse(database.db, people.facilitator, { meeting: id, step: 'cancel' });
    const text = toCalendar(await read(id), '', 'http://localhost:3000/meetings/1');
    expect(text).toContain('METHOD:CANCEL');
    expect(text).toContain('STATUS:CANCELLED');
    expect(text).toContain('SEQUENCE:1');
  });
});

