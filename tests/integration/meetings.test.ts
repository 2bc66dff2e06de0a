import { randomUUID } from 'node:crypto';
import { eq, inArray, sql } from 'drizzle-orm';
import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { auditEntries } from '@/lib/db/schema/audit';
import { inboxEntries } from '@/lib/db/schema/inbox';
import { agendaPoints, meetingEntries, meetings } from '@/lib/db/schema/meetings';
import { itemsOf } from '@/lib/document/items-of';
import { addEntry, type NewEntry } from '@/lib/meetings/add-entry';
import { addPoints } from '@/lib/meetings/add-points';
import { changeMeeting } from '@/lib/meetings/change-meeting';
import { correctEntry } from '@/lib/meetings/correct-entry';
import { listMeetings, pastPage } from '@/lib/meetings/list-meetings';
import { movePoint } from '@/lib/meetings/move-point';
import { parkPoint } from '@/lib/meetings/park-point';
import { planMeeting, type NewMeeting } from '@/lib/meetings/plan-meeting';
import { positionsTaken } from '@/lib/meetings/positions-taken';
import { readMeeting } from '@/lib/meetings/read-meeting';
import { recordAttendance } from '@/lib/meetings/record-attendance';
import { removeAttendance } from '@/lib/meetings/remove-attendance';
import { removeEntry } from '@/lib/meetings/remove-entry';
import { removePoint } from '@/lib/meetings/remove-point';
import { setCourse } from '@/lib/meetings/set-course';
import { setPresenter } from '@/lib/meetings/set-presenter';
import { toCalendar } from '@/lib/meetings/to-calendar';
import type { Actor } from '@/lib/policies/can';
import { setPositions } from '@/lib/positions/set-positions';
import { takeBackPositions } from '@/lib/positions/take-back-positions';
import { createScenario } from '@/lib/scenarios/create-scenario';
import { readScenario } from '@/lib/scenarios/read-scenario';
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
    const { ahead, past } = await listMeetings(database.db, actor, { pages: 100 });
    expect([...ahead, ...past].some((meeting) => meeting.id === id)).toBe(name !== 'stranger');
  });

  it('knows no meeting by anything that is no id', async () => {
    for (const id of ['', 'x', randomUUID(), "' or 1=1 --"]) {
      expect(await outcome(read(id))).toBe('not-found');
      expect(await outcome(setCourse(database.db, people.facilitator, { meeting: id, step: 'begin' }))).toBe('not-found');
    }
    expect(await listMeetings(database.db, people.facilitator, { scenario: 'x' })).toEqual({ ahead: [], past: [], more: false });
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
    expect(JSON.stringify([seen, await listMeetings(database.db, people.editor, { scenario })])).not.toMatch(new RegExp(`${other}|Secret|Kim`));
    expect(await listMeetings(database.db, people.editor, { scenario: other })).toEqual({ ahead: [], past: [], more: false });
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

describe('a request’s id', () => {
  it('is refused for another point, or another meeting, than the one it was sent for', async () => {
    const [first, second] = [await planned(), await planned()];
    const requestId = randomUUID();
    for (const meeting of [first, second]) await addPoints(database.db, people.facilitator, { meeting, scenario: null, items: [], title: 'Any other business', requestId: randomUUID() });
    const note = async (meeting: string) =>
      outcome(addEntry(database.db, people.facilitator, { meeting, point: (await read(meeting)).points[0]!.id, kind: 'note', body: 'Said', assignee: { person: null, name: '' }, dueOn: null, requestId }));
    const be = (meeting: string) => outcome(recordAttendance(database.db, people.facilitator, { meeting, person: people.facilitator.id, name: '', delegation: null, room: '', requestId }));
    expect([await note(first), await note(first), await note(second)]).toEqual(['done', 'done', 'bad-request']);
    expect([await be(first), await be(first), await be(second)]).toEqual(['done', 'done', 'bad-request']);
  });

  it('is refused with anything else in it than before', async () => {
    const input = plan();
    const { meeting } = await planMeeting(database.db, people.facilitator, input);
    expect(await planMeeting(database.db, people.facilitator, input)).toEqual({ meeting });
    expect(await outcome(planMeeting(database.db, people.facilitator, { ...input, local: '2026-05-13T09:00' }))).toBe('bad-request');
    expect(await outcome(planMeeting(database.db, people.facilitator, { ...input, scenarios: [scenario, other] }))).toBe('bad-request');
    const points = { meeting, scenario, items: ['section:description:en'], title: '', requestId: randomUUID() };
    const add = (changed: Partial<typeof points>) => outcome(addPoints(database.db, people.facilitator, { ...points, ...changed }));
    expect([await add({}), await add({}), await add({ items: ['section:proposition:en'] }), await add({ items: [], title: 'x' })]).toEqual(['done', 'done', 'bad-request', 'bad-request']);
    const note = { meeting, point: (await read(meeting)).points[0]!.id, kind: 'note' as const, body: 'Said', assignee: { person: null, name: '' }, dueOn: null, requestId: randomUUID() };
    const write = (body: string) => outcome(addEntry(database.db, people.facilitator, { ...note, body }));
    expect([await write('Said'), await write(' Said '), await write('Unsaid')]).toEqual(['done', 'done', 'bad-request']);
    const requestId = randomUUID();
    const come = (name: string) => outcome(recordAttendance(database.db, people.facilitator, { meeting, person: null, name, delegation: null, room: '', requestId }));
    expect([await come('Guest'), await come('Guest'), await come('Host')]).toEqual(['done', 'done', 'bad-request']);
  });

  it('puts points on one agenda only, also when two meetings ask at one moment', async () => {
    const both = [await planned(), await planned()];
    for (let round = 0; round < 3; round++) {
      const requestId = randomUUID();
      const heard = await Promise.all(both.map((meeting) => outcome(addPoints(database.db, people.facilitator, { meeting, scenario: null, items: [], title: `Round ${round}`, requestId }))));
      expect(heard.sort()).toEqual(['bad-request', 'done']);
    }
    expect((await read(both[0]!)).points.length + (await read(both[1]!)).points.length).toBe(3);
  });
});

describe('the list', () => {
  it('has all that run or are planned, and of the past ones page by page', async () => {
    const mine = await createScenario(database.db, people.facilitator, { title: 'Long', language: 'en', origin: 'DE' });
    const on = (day: number) => planned({ scenarios: [mine], local: `2126-0${1 + Math.floor(day / 28)}-${String(1 + (day % 28)).padStart(2, '0')}T09:00` });
    const all: string[] = [];
    for (let day = 0; day < 2 * pastPage + 3; day++) all.push(await on(day));
    const [running, forgotten, ...others] = all as [string, string, ...string[]];
    const ahead = others.slice(0, pastPage);
    await database.db.update(meetings).set({ startedAt: sql`now()` }).where(eq(meetings.id, running));
    await database.db.update(meetings).set({ startedAt: sql`now() - interval '13 hours'` }).where(eq(meetings.id, forgotten));
    const over = others.slice(pastPage);
    await database.db.update(meetings).set({ cancelledAt: sql`now()` }).where(inArray(meetings.id, over));
    const ids = async (pages?: number) => {
      const list = await listMeetings(database.db, people.facilitator, { scenario: mine, pages });
      return { ahead: list.ahead.map(({ id }) => id), past: list.past.map(({ id }) => id), more: list.more };
    };
    const missed = await planned({ scenarios: [mine], local: '2026-01-02T09:00' });
    const past = [missed, forgotten, ...over].reverse();
    expect(await ids()).toEqual({ ahead: [running, ...ahead], past: past.slice(0, pastPage), more: true });
    expect(await ids(2)).toEqual({ ahead: [running, ...ahead], past, more: false });
    expect((await listMeetings(database.db, people.facilitator, { scenario: mine, pages: 2 })).past.filter(({ isMissed }) => isMissed).map(({ id }) => id)).toEqual([missed]);
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
    // nor does one that runs take up a scenario with which another deals
    const third = await planned({ scenarios: [await createScenario(database.db, people.facilitator, { title: 'Third', language: 'en', origin: 'DE' })] });
    expect(await step(third, 'begin')).toBe('done');
    const change = { ...plan({ scenarios: [scenario] }), meeting: third, planVersion: 0 };
    expect(await outcome(changeMeeting(database.db, people.facilitator, change))).toBe('another-meeting-runs');
    expect(await step(third, 'end')).toBe('done');
    // one that nobody ended holds nobody up for ever
    await database.db.update(meetings).set({ startedAt: new Date(Date.now() - 13 * 3_600_000) });
    const running = await read(first);
    expect(running.course).not.toBe('running');
    expect(await step(second, 'begin')).toBe('done');
  });

  it('one that nobody ended ends with the last thing that was recorded while it ran, not when somebody notices', async () => {
    const meeting = await planned();
    expect(await step(meeting, 'begin')).toBe('done');
    await addPoints(database.db, people.facilitator, { meeting, scenario: null, items: [], title: 'Any other business', requestId: randomUUID() });
    const point = (await read(meeting)).points[0]!.id;
    const note = (body: string) => addEntry(database.db, people.facilitator, { meeting, point, kind: 'note', body, assignee: { person: null, name: '' }, dueOn: null, requestId: randomUUID() });
    const [said, late] = [await note('Said'), await note('Added two days later')];
    const began = Date.now() - 3 * 24 * 3_600_000;
    const after = (hours: number): Date => new Date(began + hours * 3_600_000);
    await database.db.update(meetings).set({ startedAt: after(0) }).where(eq(meetings.id, meeting));
    await database.db.update(agendaPoints).set({ createdAt: after(-1) }).where(eq(agendaPoints.id, point));
    await database.db.update(meetingEntries).set({ at: after(1) }).where(eq(meetingEntries.id, said.entry));
    await database.db.update(meetingEntries).set({ at: after(48) }).where(eq(meetingEntries.id, late.entry));
    expect((await read(meeting)).course).toBe('ended');
    expect(await step(meeting, 'end')).toBe('done');
    expect((await read(meeting)).endedAt).toBe(after(1).toISOString());
    const empty = await planned();
    expect(await step(empty, 'begin')).toBe('done');
    await database.db.update(meetings).set({ startedAt: after(0) }).where(eq(meetings.id, empty));
    expect(await step(empty, 'end')).toBe('done');
    expect((await read(empty)).endedAt).toBe(after(0).toISOString());
  });

  it('takes every time from the database, whatever the clock of this machine says', async () => {
    const real = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: real - 3 * 24 * 3_600_000 });
    try {
      const meeting = await planned();
      expect(await step(meeting, 'begin')).toBe('done');
      expect((await read(meeting)).course).toBe('running');
      expect(await step(meeting, 'end')).toBe('done');
      const { startedAt, endedAt } = await read(meeting);
      for (const at of [startedAt, endedAt]) expect(Math.abs(Date.parse(at!) - real)).toBeLessThan(60_000);
    } finally {
      vi.useRealTimers();
    }
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

describe('the record', () => {
  const entry = (input: Partial<NewEntry> = {}): Omit<NewEntry, 'meeting' | 'point'> => ({ kind: 'note', body: 'Said', assignee: { person: null, name: '' }, dueOn: null, requestId: randomUUID(), ...input });
  const withPoint = async (scenarios = [scenario]): Promise<{ meeting: string; point: string }> => {
    const meeting = await planned({ scenarios });
    await addPoints(database.db, people.facilitator, { meeting, scenario, items: ['section:description:en'], title: '', requestId: randomUUID() });
    return { meeting, point: (await read(meeting)).points[0]!.id };
  };

  it.each([
    ['facilitator', 'done', 'done', 'done'],
    ['editor', 'done', 'done', 'forbidden'],
    ['commenter', 'done', 'forbidden', 'forbidden'],
    ['viewer', 'done', 'forbidden', 'forbidden'],
    ['stranger', 'not-found', 'not-found', 'not-found'],
  ] as const)('as %s: oneself %s, minutes %s, order %s', async (name, oneself, minutes, order) => {
    const actor = people[name];
    const { meeting, point } = await withPoint();
    const { db } = database;
    const present = (person: string | null, guest = '') => outcome(recordAttendance(db, actor, { meeting, person, name: guest, delegation: null, room: 'Room 4', requestId: randomUUID() }));
    expect(await present(actor.id)).toBe(oneself);
    expect(await present(people.commenter.id)).toBe(name === 'commenter' ? oneself : minutes);
    expect(await present(null, 'Professor Zhang')).toBe(minutes);
    expect(await outcome(addPoints(db, actor, { meeting, scenario, items: [], title: 'Other', requestId: randomUUID() }))).toBe(minutes);
    expect(await outcome(addPoints(db, actor, { meeting, scenario: null, items: [], title: 'Next date', requestId: randomUUID() }))).toBe(minutes);
    expect(await outcome(addEntry(db, actor, { meeting, point, ...entry({ kind: 'decision' }) }))).toBe(minutes);
    expect(await outcome(parkPoint(db, actor, { meeting, point, parked: true }))).toBe(minutes);
    expect(await outcome(movePoint(db, actor, { meeting, point, before: null }))).toBe(order);
    await addEntry(db, people.facilitator, { meeting, point, ...entry() });
    const [notOwn] = (await read(meeting)).points.find(({ id }) => id === point)!.entries.filter(({ author }) => author.id === people.facilitator.id).slice(-1);
    const place = { meeting, point, entry: notOwn!.id };
    expect(await outcome(correctEntry(db, actor, { ...entry({ body: 'Corrected' }), ...place, version: 1 }))).toBe(order);
    expect(await outcome(removeEntry(db, actor, place))).toBe(order);
    await addPoints(db, people.facilitator, { meeting, scenario: null, items: [], title: 'Empty', requestId: randomUUID() });
    expect(await outcome(removePoint(db, actor, { meeting, point: (await read(meeting)).points.at(-1)!.id }))).toBe(order);
  });

  it('takes items as they are called, once, and nothing that the scenario does not hold', async () => {
    const { meeting } = await withPoint();
    const add = (items: readonly string[], where: string | null = scenario) => outcome(addPoints(database.db, people.facilitator, { meeting, scenario: where, items, title: '', requestId: randomUUID() }));
    expect(await add(['section:description:en', 'section:description:zh', 'section:description:zh'])).toBe('done');
    expect((await read(meeting)).points.map(({ item }) => item)).toEqual(['section:description:en', 'section:description:zh']);
    for (const item of ['role:none', 'x', 'section:description:fr', '', 'cell:none:who']) expect([item, await add([item])]).toEqual([item, 'not-found']);
    expect(await add(['section:description:de'], other)).toBe('not-found'); // no scenario of this meeting
    expect(await add(['section:description:de'], null)).toBe('bad-request');
    expect(await add([])).toBe('empty-text');
  });

  it('has the positions that were taken while it ran: the last word of each delegation, unless it was taken back', async () => {
    const { meeting, point } = await withPoint();
    const [spoken] = itemsOf((await readScenario(database.db, people.facilitator, scenario)).scenario).filter(({ name }) => name === 'section:description:en');
    const say = async (actor: Actor, stance: 'agree' | 'reservation' | 'disagree', note = ''): Promise<string> => {
      const requestId = randomUUID();
      await setPositions(database.db, actor, { scenario, stance, note, items: [{ name: spoken!.name, hash: spoken!.hash }], requestId });
      return requestId;
    };
    const taken = async () => ((await positionsTaken(database.db, await read(meeting))).get(point) ?? []).map(({ delegation, stance, note, by }) => [delegation, stance, note, by.name]);
    const { facilitator: anna, commenter: li } = people;
    await say(li, 'disagree', 'long before');
    expect(await taken()).toEqual([]);
    await setCourse(database.db, anna, { meeting, step: 'begin' });
    expect(await taken()).toEqual([]);
    await say(anna, 'disagree');
    await say(li, 'reservation', 'of the last sentence');
    await say(anna, 'agree');
    expect(await taken()).toEqual([['DE', 'agree', '', 'Anna'], ['CN', 'reservation', 'of the last sentence', 'Li']]);
    await takeBackPositions(database.db, anna, { scenario, request: await say(anna, 'disagree'), requestId: randomUUID() });
    await setCourse(database.db, anna, { meeting, step: 'end' });
    await say(li, 'agree');
    expect(await taken()).toEqual([['DE', 'agree', '', 'Anna'], ['CN', 'reservation', 'of the last sentence', 'Li']]);
  });

  it('keeps its order, whoever moves points at the same moment', async () => {
    const meeting = await planned();
    for (const title of ['a', 'b', 'c', 'd']) await addPoints(database.db, people.facilitator, { meeting, scenario: null, items: [], title, requestId: randomUUID() });
    const [a, b, c, d] = (await read(meeting)).points.map(({ id }) => id) as [string, string, string, string];
    const move = (point: string, before: string | null) => movePoint(database.db, people.facilitator, { meeting, point, before });
    const titles = async () => (await read(meeting)).points.map(({ title }) => title).join('');
    await move(d, b);
    expect(await titles()).toBe('adbc');
    await move(a, null);
    expect(await titles()).toBe('dbca');
    await move(c, c);
    expect(await titles()).toBe('dbca');
    await Promise.all([move(a, d), move(b, null), move(c, d)]);
    expect([...(await titles())].sort().join('')).toBe('abcd');
    expect(await outcome(move(a, randomUUID()))).toBe('not-found');
  });

  it('loses no wording: of two corrections the second is told what the first says, entries at the same moment stand both', async () => {
    const { meeting, point } = await withPoint();
    const { db } = database;
    const asked = entry({ body: 'Twice' });
    await Promise.all([1, 2, 3].map(() => addEntry(db, people.editor, { meeting, point, ...asked })));
    await Promise.all([addEntry(db, people.facilitator, { meeting, point, ...entry({ body: 'From Germany' }) }), addEntry(db, people.editor, { meeting, point, ...entry({ body: '来自中国' }) })]);
    const entries = (await read(meeting)).points[0]!.entries;
    expect(entries.map(({ body }) => body).sort()).toEqual(['From Germany', 'Twice', '来自中国'].sort());
    const place = { meeting, point, entry: entries[0]!.id, version: 1 };
    await correctEntry(db, people.editor, { ...entry({ body: 'Theirs' }), ...place });
    await expect(correctEntry(db, people.facilitator, { ...entry({ body: 'Mine' }), ...place })).rejects.toMatchObject({ code: 'entry-changed', details: { theirs: 'Theirs' } });
    await correctEntry(db, people.facilitator, { ...entry({ body: 'Mine' }), ...place, version: 2 });
    expect((await read(meeting)).points[0]!.entries[0]).toMatchObject({ body: 'Mine', version: 3 });
    const audits = await db.select().from(auditEntries).where(eq(auditEntries.verb, 'meeting.correct-entry'));
    expect(JSON.stringify(audits)).toMatch(/Twice.*Theirs/);
  });

  it('an action names who does it, until when, and tells them', async () => {
    const { meeting, point } = await withPoint();
    const act = (assignee: { person: string | null; name: string }, dueOn: string | null) => outcome(addEntry(database.db, people.editor, { meeting, point, ...entry({ kind: 'action', assignee, dueOn }) }));
    expect(await act({ person: people.commenter.id, name: '' }, '2026-06-01')).toBe('done');
    expect(await act({ person: null, name: 'Professor Zhang' }, null)).toBe('done');
    expect(await act({ person: people.stranger.id, name: '' }, null)).toBe('not-found');
    for (const day of ['2026-02-30', 'tomorrow', '2026-6-1']) expect([day, await act({ person: null, name: '' }, day)]).toEqual([day, 'bad-request']);
    expect((await read(meeting)).points[0]!.entries.map(({ assignee, dueOn }) => [assignee?.name, dueOn])).toEqual([['Li', '2026-06-01'], ['Professor Zhang', null]]);
    const told = (await database.db.select().from(inboxEntries).where(eq(inboxEntries.personId, people.commenter.id))).filter(({ kind, subject }) => kind === 'action-assigned' && subject.meeting === meeting);
    expect(told).toHaveLength(1);
  });

  it('hides points of scenarios that one may not see, and lets nobody write there', async () => {
    const { meeting } = await withPoint([scenario, other]);
    await addPoints(database.db, people.facilitator, { meeting, scenario: other, items: [], title: 'Hidden', requestId: randomUUID() });
    const hidden = (await read(meeting)).points.find(({ title }) => title === 'Hidden')!.id;
    expect(JSON.stringify(await read(meeting, people.editor))).not.toMatch(/Hidden/);
    const { db } = database;
    expect(await outcome(addEntry(db, people.editor, { meeting, point: hidden, ...entry() }))).toBe('not-found');
    expect(await outcome(parkPoint(db, people.editor, { meeting, point: hidden, parked: true }))).toBe('not-found');
    expect(await outcome(addPoints(db, people.editor, { meeting, scenario: other, items: [], title: 'x', requestId: randomUUID() }))).toBe('not-found');
    expect(await outcome(changeMeeting(db, people.facilitator, { ...plan(), meeting, planVersion: 0 }))).toBe('scenario-has-points');
  });

  it('is completed by those who lead it once the meeting is over, by nobody once it is cancelled', async () => {
    const { meeting, point } = await withPoint();
    const { db } = database;
    await setCourse(db, people.facilitator, { meeting, step: 'begin' });
    await setCourse(db, people.facilitator, { meeting, step: 'end' });
    expect(await outcome(addEntry(db, people.editor, { meeting, point, ...entry() }))).toBe('meeting-over');
    expect(await outcome(addEntry(db, people.facilitator, { meeting, point, ...entry() }))).toBe('done');
    expect(await outcome(removePoint(db, people.facilitator, { meeting, point }))).toBe('point-has-entries');
    const cancelled = await withPoint();
    await setCourse(db, people.facilitator, { meeting: cancelled.meeting, step: 'cancel' });
    expect(await outcome(addEntry(db, people.facilitator, { ...cancelled, ...entry() }))).toBe('meeting-over');
  });

  it.each([
    [{ body: ' ' }, 'empty-text'],
    [{ body: 'x'.repeat(5_001) }, 'too-large'],
  ] as const)('refuses %j', async (input, code) => expect(await outcome(addEntry(database.db, people.facilitator, { ...(await withPoint()), ...entry(input) }))).toBe(code));

  it('a person who comes twice is there once, in the room named last', async () => {
    const meeting = await planned();
    const come = (room: string) => recordAttendance(database.db, people.viewer, { meeting, person: people.viewer.id, name: '', delegation: null, room, requestId: randomUUID() });
    await Promise.all([come('A'), come('A')]);
    await come('B');
    const { revision } = await read(meeting);
    await come('B');
    expect((await read(meeting)).revision).toBe(revision);
    expect(await database.db.$count(auditEntries, sql`${auditEntries.verb} = 'meeting.record-attendance' and ${auditEntries.subject} ->> 'meeting' = ${meeting}`)).toBe(2);
    expect((await read(meeting)).attendances).toMatchObject([{ name: 'Wei', delegation: 'CN', room: 'B' }]);
    const { id } = (await read(meeting)).attendances[0]!;
    expect(await outcome(removeAttendance(database.db, people.editor, { meeting, attendance: id }))).toBe('forbidden');
    expect(await outcome(removeAttendance(database.db, people.viewer, { meeting, attendance: id }))).toBe('done');
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

  it('holds no control characters, which no calendar may contain', async () => {
    const text = toCalendar(await read(await planned({ title: 'A\u0001\u001bB\r\nATTENDEE:x', place: 'C\u0008\u007f' })), 'words', 'http://localhost:3000/meetings/1');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u);
    expect(text).not.toMatch(/^ATTENDEE/m);
    expect(new ICAL.Event(new ICAL.Component(ICAL.parse(text) as unknown as unknown[]).getFirstSubcomponent('vevent')!).location).toBe('C · https://meet.example.org/x');
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

