import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signInFailures } from '@/lib/db/schema/people';
import { errorStatus } from '@/lib/domain/errors';
import { type AccordProcess, removeFolder, startAccord } from '../support/accord-process';
import { ensureBuilt } from '../support/ensure-built';
import { fingerprintOf } from '../support/fingerprint';
import { nameOf, type Gate } from '../support/gates/gate';
import { everybody, type Person } from '../support/gates/people';
import { plan, Stage } from '../support/gates/stage';
import { gates } from '../support/gates/table';
import { addressOf, ask, inParallel, parametersOf, partOf, type Answer } from '../support/gates/walk';
import { peopleIn, type World } from '../support/gates/world';
import { HttpClient } from '../support/http-client';
import { callAction } from '../support/server-actions';

/* What nobody sends by the pages: refused in a word that reveals nothing, and not stored. Every gate that takes a body is tried. */

let accord: AccordProcess;
let world: World;
let stage: Stage;

beforeAll(async () => {
  await ensureBuilt();
  accord = await startAccord();
  world = await peopleIn(accord);
  stage = new Stage(world);
  for (const gate of gates) for (const parameter of parametersOf(gate)) await stage.of(partOf(gate, parameter) ?? 'scenario');
  for (const speaker of ['speaker', 'counterpart'] as const) await Promise.all([stage.said(speaker), stage.judged(speaker)]);
}, 300_000);
afterAll(async () => {
  await world?.close();
  await accord?.stop();
  if (accord) await removeFolder(accord.dataDir);
});

// passwords are asked for as well, of the same people again and again
beforeEach(async () => void (await world.db.delete(signInFailures)));

/** Somebody who may. */
const mayEnter = ({ answers }: Gate): Person => everybody.find((person) => person !== 'nobody' && answers[person] === 'ok')!;
const taking = gates.filter(({ sends, action }) => sends && !action);
const file = 'POST /api/scenarios';
const restless = ['sign_in_failures', 'visits', 'audit_entries'];
async function storingNothing(run: () => Promise<void>): Promise<void> {
  const print = async () => Object.fromEntries(Object.entries(await fingerprintOf(world.db)).filter(([table]) => !restless.includes(table)));
  const before = await print();
  await run();
  expect(await print()).toEqual(before);
}

/** What reveals how Accord is made. */
const inside = /\bat \S+:\d+|node_modules|postgres|drizzle|select |insert into|zod|invalid_type/i;
/** A refusal in the form of all refusals, which says nothing of the inside; everything else is named. */
function isPlainRefusal({ status, text }: Answer): boolean {
  const { error, ...rest } = JSON.parse(text) as { error: { code: keyof typeof errorStatus; message: string } };
  return Object.keys(rest).length === 0 && status === errorStatus[error.code] && error.code !== 'internal' && error.code !== 'unavailable' && error.message.length > 5 && !inside.test(text);
}

describe('a body', () => {
  const wrong: readonly [what: string, text: string, headers?: Record<string, string>][] = [
    ['is none', ''],
    ['is no JSON', '{"'],
    ['is a list', '[]'],
    ['is nothing', 'null'],
    ['is text', '"text"'],
    ['is nested without end', '['.repeat(100_000)],
    ['is nested deeply', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
    ['holds what nobody asked for', '{"__proto__":{"admin":true},"constructor":1,"extra":1}'],
  ];
  it.each(wrong)('that %s is refused by every gate', async (_what, text) => {
    await storingNothing(async () => {
      const answers = await inParallel(taking, async (gate) => [nameOf(gate), await ask(gate, { stage, person: mayEnter(gate), body: { text } })] as const);
      expect(answers.filter(([gate, { heard }]) => heard !== 'bad-request' && !(gate === file && heard === 'invalid-scenario')).map(([gate, { heard }]) => [gate, heard])).toEqual([]);
      expect(answers.filter(([, answer]) => !isPlainRefusal(answer)).map(([gate, { text: told }]) => [gate, told])).toEqual([]);
      const told = answers.filter(([gate]) => gate !== file).map(([, { text: words }]) => words);
      expect(new Set(told).size).toBe(1);
    });
  });

  it.each([700, 5_000])('of a text that holds lists in lists, %i deep, is refused in a word', async (deep) => {
    const gate = taking.find((each) => nameOf(each).includes('/texts/'))!;
    const text = `{"version":0,"text":${'[{"type":"bullet-list","items":['.repeat(deep)}[]${']}]'.repeat(deep)}}`;
    await storingNothing(async () => {
      const answer = await ask(gate, { stage, person: mayEnter(gate), body: { text } });
      expect([answer.status, isPlainRefusal(answer)]).toEqual([400, true]);
    });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp', ''])('that says it is %j is refused, whatever it is', async (type) => {
    await storingNothing(async () => {
      const gatesOfJson = taking.filter((gate) => nameOf(gate) !== file); // a file comes as it is
      const heard = await inParallel(gatesOfJson, async (gate) => [nameOf(gate), (await ask(gate, { stage, person: mayEnter(gate), headers: { 'content-type': type } })).heard]);
      expect(heard.filter(([, code]) => code !== 'bad-request')).toEqual([]);
    });
  });

  it('from elsewhere hears that it is refused although it is still on its way', async () => {
    const { facilitator } = world.people;
    const status = await new Promise<number>((resolve, reject) => {
      const headers = { cookie: facilitator.client.cookie, origin: 'https://elsewhere.example.org', 'content-type': 'application/json', connection: 'keep-alive' };
      const sending = httpRequest(new URL('/api/scenarios', accord.url), { method: 'POST', headers }, (answer) => {
        // the answer is there: what was begun may be ended
        sending.end('more');
        answer.resume().once('end', () => resolve(answer.statusCode!));
      });
      sending.once('error', reject);
      sending.write('{"format":');
    });
    expect(status).toBe(403);
  });
});

/** Each value in a body, with the body in which another stands in its place. */
function* placesIn(value: unknown): Generator<readonly [unknown, (instead: unknown) => unknown]> {
  if (typeof value !== 'object' || value === null) return yield [value, (instead) => instead];
  for (const [key, inner] of Object.entries(value))
    for (const [at, put] of placesIn(inner)) yield [at, (instead) => (Array.isArray(value) ? value.map((each, index) => (index === Number(key) ? put(instead) : each)) : { ...value, [key]: put(instead) })];
}

/** The changed body, of another press of the button: else it would be answered as one that was seen before. */
function pressedAnew(body: unknown, changed: unknown): unknown {
  const of = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'requestId' in value ? value.requestId : undefined);
  return of(body) !== undefined && of(body) === of(changed) ? { ...(changed as object), requestId: randomUUID() } : changed;
}

describe('a value in a body', () => {
  const large = 'x'.repeat(100_000);
  const variants = (value: unknown): unknown[] => {
    if (typeof value === 'number') return [-1, 0.5, 1e21, 2 ** 31, -(2 ** 53), 'text', null, [value]];
    if (typeof value === 'boolean') return ['true', 1, {}];
    return [large, '\0', '\ud800', '\0\ud800x', '<script>window.ran=1</script>', '../../..', "'; drop table people; --", '%00', 7, { $gt: '' }, [value]];
  };

  it('of whatever kind never leads to an error of ours; what is far too long, or a number that cannot be, is refused', { timeout: 120_000 }, async () => {
    const trials = (
      await inParallel(taking, async (gate) => {
        const person = mayEnter(gate);
        const scratch = new Stage(world, 'Scratch');
        for (const parameter of parametersOf(gate)) await scratch.of(partOf(gate, parameter) ?? 'scenario');
        const body = await gate.sends!(scratch, person);
        return [...placesIn(body)].flatMap(([value, put]) => variants(value).map((instead) => ({ gate, person, scratch, value, instead, body: pressedAnew(body, put(instead)) })));
      })
    ).flat();
    expect(trials.length).toBeGreaterThan(500);
    const wrong = await inParallel(trials, async ({ gate, person, scratch, value, instead, body }) => {
      const answer = await ask(gate, { stage: scratch, person, body: { value: body } });
      const mustBeRefused = instead === large || typeof value === 'number';
      const fits = answer.heard === 'ok' ? !mustBeRefused : isPlainRefusal(answer);
      return fits ? [] : [{ gate: nameOf(gate), value, instead: String(instead).slice(0, 30), heard: answer.heard, text: answer.text.slice(0, 200) }];
    });
    expect(wrong.flat()).toEqual([]);
    expect(accord.output()).not.toMatch(/route failed|action failed/);
  });

  const date = (dueOn: string, code: string): [string, string, unknown, string] => [`a day: ${dueOn}`, 'threads/[thread]/assignment', { to: null, dueOn }, code];
  const meeting = (what: object, code: string): [string, string, unknown, string] => [JSON.stringify(what), 'meetings', { ...plan, ...what }, code];
  it.each([
    ...['2031-02-29', '2031-13-01', '2031-00-10', '0000-01-01', '31-01-01', '2031-1-1', '2031-01-01T00:00:00Z', '+12031-01-01', 'tomorrow', '٢٠٣١-٠١-٠١'].map((day) => date(day, 'bad-request')),
    ...['2031-02-30T09:00', '2031-05-12T24:00', '2031-05-12T09:60', '1999-01-01T09:00', '2031-05-12', '2031-05-12T09:00Z', '2031-05-12T09:00:00', 'now'].map((local) => meeting({ local }, 'bad-request')),
    meeting({ local: '2031-03-30T02:30' }, 'no-such-time'),
    ...['Mars/Olympus', '', 'Europe', '+01:00', 'UTC+1', 'Europe/Berlin\0', '../Berlin', 'EUROPE/BERLIN; drop'].map((zone) => meeting({ zone }, 'bad-request')),
    ...[0, -5, 0.5, 100_000].map((minutes) => meeting({ minutes }, 'bad-request')),
    ...['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'https://', '//elsewhere.example.org'].map((link) => meeting({ link }, 'bad-request')),
  ])('%s does not exist', async (_what, path, body, code) => {
    const gate = gates.find((each) => each.path.endsWith(path) && each.sends)!;
    const value = path === 'meetings' ? { ...(body as object), scenarios: [await stage.of('scenario')], requestId: randomUUID() } : body;
    await storingNothing(async () => {
      expect((await ask(gate, { stage, person: 'facilitator', body: { value } })).heard).toBe(code);
    });
  });
});

describe('what belongs to others', () => {
  const send = async (person: Person, method: string, path: string, body: unknown): Promise<[number, string]> => {
    const answer = await world.people[person].client.copy().send(method, path, body);
    return [answer.status, await answer.text()];
  };

  it('people of whom one knows nothing cannot be called, or given anything to do; nobody hears whether they exist', async () => {
    const scenario = `/api/scenarios/${await stage.of('scenario')}`;
    const [thread, meeting, point] = [await stage.of('thread'), await stage.of('meeting'), await stage.of('point')];
    const asked = (person: string): [string, string, unknown][] => [
      ['POST', `${scenario}/threads`, { item: 'scenario', body: 'You!', mentions: [person], requestId: randomUUID() }],
      ['POST', `${scenario}/threads/${thread}/comments`, { body: 'You!', mentions: [person], requestId: randomUUID() }],
      ['PUT', `${scenario}/threads/${thread}/assignment`, { to: { person }, dueOn: null }],
      ['POST', `/api/meetings/${meeting}/points/${point}/entries`, { kind: 'action', body: 'Do it.', assignee: { person }, requestId: randomUUID() }],
      ['POST', `/api/meetings/${meeting}/attendances`, { person, requestId: randomUUID() }],
      ['PUT', `/api/meetings/${meeting}/presenter`, { person, onlyPresenterEdits: false }],
    ];
    await storingNothing(async () => {
      const hear = async (person: string) => Promise.all(asked(person).map((request) => send('facilitator', ...request)));
      const ofNobody = await hear(randomUUID());
      expect(ofNobody.map(([status]) => status)).toEqual([422, 422, 422, 404, 404, 404]);
      for (const stranger of ['stranger', 'disabled', 'administrator'] as const) expect([stranger, await hear(world.people[stranger].id)]).toEqual([stranger, ofNobody]);
    });
  });

  it('hashes of something else sign, offer and say nothing', async () => {
    const base = `/api/scenarios/${await stage.of('scenario')}`;
    const offer = `${base}/offers/${await stage.of('offer')}`;
    const other = new Stage(world, 'Another');
    const number = Number(await stage.of('number'));
    await other.of('version');
    for (const hash of ['0'.repeat(64), await other.of('hash'), (await stage.of('hash')).toUpperCase(), '', `${await stage.of('hash')} `]) {
      await storingNothing(async () => {
        for (const [person, path, body, code] of [
          ['speaker', `${offer}/signatures`, { hash, password: 'demo' }, 'hash-changed'],
          ['deputy', `${offer}/signatures`, { hash, password: 'demo' }, 'hash-changed'],
          ['counterpart', `${offer}/refusals`, { hash, reason: 'No.' }, 'hash-changed'],
          ['speaker', `${offer}/deputies`, { hash, person: world.people.viewer.id }, 'hash-changed'],
          ['facilitator', `${base}/offers`, { hash, number }, 'hash-changed'],
          ['speaker', `${base}/positions`, { stance: 'agree', items: [{ name: 'role:user', hash }] }, 'item-changed'],
          ['speaker', `${base}/judgements`, { item: 'cell:acme:who', hash, change: 'none', reason: 'x' }, 'item-changed'],
        ] as const)
          expect([path, JSON.parse((await send(person, 'POST', path, { ...body, requestId: randomUUID() }))[1])]).toMatchObject([path, { error: { code } }]);
      });
    }
  });

  it('an item, or a place in a text, of another scenario is none of this one', async () => {
    const other = new Stage(world, 'Another');
    await other.of('scenario');
    const base = `/api/scenarios/${await stage.of('scenario')}`;
    await storingNothing(async () => {
      for (const item of ['role:nobody', `role:${await other.of('scenario')}`, 'section:description:fr', 'section:__proto__:en', 'cell:acme:when', 'constructor', 'role:', ''])
        expect([item, [400, 404]]).toEqual([item, expect.arrayContaining([(await send('editor', 'POST', `${base}/threads`, { item, body: 'x', requestId: randomUUID() }))[0]])]);
      for (const anchor of [{ start: 'AAAA', end: 'AAAA', quote: 'First' }, { start: '', end: '', quote: '' }, { start: '\0', end: '\ud800', quote: 'x' }])
        expect((await send('editor', 'POST', `${base}/threads`, { item: 'section:description:en', body: 'x', anchor, requestId: randomUUID() }))[0]).toBe(404);
    });
  });
});

describe('an address', () => {
  const odd = ['%00', "'%20or%20'1'='1", '..%2f..%2fetc', 'x'.repeat(4_000), '__proto__', '00000000-0000-0000-0000-000000000000', '1e3'];

  it('of whatever kind leads nowhere', { timeout: 120_000 }, async () => {
    const places = gates.filter(({ action }) => !action).flatMap((gate) => parametersOf(gate).filter((parameter) => partOf(gate, parameter)).map((parameter) => ({ gate, parameter })));
    const wrong = await inParallel(odd.flatMap((value) => places.map((place) => ({ ...place, value }))), async ({ gate, parameter, value }) => {
      const { heard } = await ask(gate, { stage, person: mayEnter(gate), instead: { [parameter]: value } });
      return heard === 'not-found' ? [] : [{ gate: nameOf(gate), parameter, value: value.slice(0, 40), heard }];
    });
    expect(wrong.flat()).toEqual([]);
  });

  it('names no other language than ours', async () => {
    const gate = gates.find(({ path }) => path.endsWith('/translations/[language]'))!;
    for (const language of ['fr', 'EN', 'en-GB', '%00', '__proto__']) expect([language, (await ask(gate, { stage, person: 'editor', instead: { language } })).heard]).toEqual([language, 'bad-request']);
  });

  it.each([
    ['/api/inbox', 'before', 400],
    ['/api/scenarios/[id]', 'snapshot', 400],
    ['/api/scenarios/[id]/figure.svg', 'snapshot', 400],
    ['/api/scenarios/[id]/figure.svg', 'lang', 400],
    ['/api/scenarios/[id]/figure.svg', 'figure', 400],
    ['/api/meetings/[id]/protocol', 'format', 400],
    ['/api/meetings', 'scenario', 200],
    ['/meetings', 'scenario', 200],
    ['/meetings/new', 'scenario', 200],
    ['/scenarios/[id]', 'item', 200],
    ['/scenarios/[id]', 'comment', 200],
    ['/scenarios/[id]/history', 'item', 404],
    ['/scenarios/[id]/compare', 'from', 404],
    ['/sign-in', 'returnTo', 307],
  ] as const)('%s with an odd ?%s= is answered with %i', async (path, name, status) => {
    const gate = gates.find((each) => each.path === path && each.method === 'GET')!;
    for (const value of ['%00', '%ed%a0%80', 'x'.repeat(4_000), '%3Cscript%3E', '__proto__', '//elsewhere.example.org', 'a&' + name + '=b']) {
      const answer = await world.people.facilitator.client.copy().fetch(`${await addressOf(gate, stage)}?${name}=${value}`);
      expect([value.slice(0, 40), answer.status]).toEqual([value.slice(0, 40), status]);
      if (status === 307) expect(new URL(answer.headers.get('location')!, accord.url).origin).toBe(accord.url);
      expect(await answer.text()).not.toContain('<script>alert');
    }
  });
});

describe('at the door', () => {
  it.each([['\0'], ['a\0@example.org'], ['\ud800@example.org'], ['x'.repeat(100_000)], [''], ["' or 1=1 --"], ['li@example.org\0'], ['__proto__']])('nobody comes in as %j', async (email) => {
    for (const password of ['\0\ud800', 'x'.repeat(100_000)]) {
      const client = new HttpClient(accord.url);
      const answer = await client.signIn(email, password);
      expect([password.slice(0, 5), [401, 429].includes(answer.status)]).toEqual([password.slice(0, 5), true]);
      expect(await answer.text()).not.toMatch(inside);
      expect(await client.whoAmI()).toBeNull();
    }
  });

  const form = (fields: Record<string, string | Blob>): FormData => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    return data;
  };
  it.each([
    ['nothing', [], 'bad-request'],
    ['too little', [null], 'bad-request'],
    ['no form', [null, 'text'], 'bad-request'],
    ['a plain object', [null, { token: 'x', password: 'long enough to be taken' }], 'bad-request'],
    ['an empty form', [null, form({})], 'bad-request'],
    ['no password', [null, form({ token: 'x' })], 'bad-request'],
    ['a file as token', [null, form({ token: new Blob(['x']), password: 'long enough to be taken' })], 'bad-request'],
    ['a token without end', [null, form({ token: 'x'.repeat(100_000), password: 'long enough to be taken' })], 'bad-request'],
    ['half a character', [null, form({ token: '\0', password: '\0'.repeat(20), name: '\0', email: '\0' })], 'link-spent'],
  ] as const)('a link’s form with %s opens nothing', async (_what, args, code) => {
    for (const person of ['nobody', 'viewer'] as const) {
      const { text } = await callAction(world.people[person].client.copy(), '/access/none', 'app/access/[token]/actions.ts', 'spendLink', args);
      expect(text).toContain(`"ok":false,"error":{"code":"${code}"`);
      expect(text).not.toMatch(inside);
    }
  });

  it('every action refuses what it cannot read', async () => {
    const actions = gates.filter(({ action, last }) => action && !last && !/chooseLanguage|licenceKey/.test(action[1]));
    await storingNothing(async () => {
      const trials = actions.flatMap((gate) => [[], [null], [null, null], [{}], ['\0'], [{ $gt: '' }, { kind: '__proto__' }], [[[]]], ['x'.repeat(100_000)]].map((value) => ({ gate, value })));
      const wrong = await inParallel(trials, async ({ gate, value }) => {
        const { heard, text } = await ask(gate, { stage, person: mayEnter(gate) ?? 'administrator', body: { value } });
        return ['bad-request', 'not-found', 'wrong-credentials', 'too-many-attempts'].includes(heard) && !inside.test(text) ? [] : [{ gate: nameOf(gate), value: JSON.stringify(value).slice(0, 40), heard }];
      });
      expect(wrong.flat()).toEqual([]);
    });
    expect(accord.output()).not.toMatch(/route failed|action failed/);
  });
});

describe('a request that is sent again', () => {
  it('stores nothing more, and hears the same', { timeout: 120_000 }, async () => {
    const wrong = await inParallel(
      taking,
      async (gate) => {
        const person = mayEnter(gate);
        const own = new Stage(world, 'Again');
        for (const parameter of parametersOf(gate)) await own.of(partOf(gate, parameter) ?? 'scenario');
        const value = await gate.sends!(own, person);
        if (typeof value !== 'object' || value === null || !('requestId' in value)) return [];
        const first = await ask(gate, { stage: own, person, body: { value } });
        const before = await fingerprintOf(world.db);
        const later = await Promise.all([1, 2, 3].map(() => ask(gate, { stage: own, person, body: { value } })));
        const after = await fingerprintOf(world.db);
        const changed = Object.keys(after).filter((table) => !['sign_in_failures', 'audit_entries'].includes(table) && after[table] !== before[table]);
        return first.heard === 'ok' && changed.length === 0 && later.every(({ text }) => text === first.text) ? [] : [{ gate: nameOf(gate), first: first.text, later: later.map(({ text }) => text), changed }];
      },
      1, // one after another: each looks at the whole database
    );
    expect(wrong.flat()).toEqual([]);
  });
});

describe('markup', () => {
  const markup = '<script>window.ran=1</script><img src=x onerror="window.ran=1">&amp;<!-- ]]>';

  it('is text in files', async () => {
    const own = new Stage(world, markup);
    const { client } = world.people.facilitator;
    const [scenario, meeting, point] = [await own.of('scenario'), await own.of('meeting'), await own.of('point')];
    const send = async (path: string, body: object) => expect([path, (await client.copy().send('POST', path, { ...body, requestId: randomUUID() })).status]).toEqual([path, 200]);
    await send(`/api/scenarios/${scenario}/threads`, { item: 'role:maker', body: `thread ${markup}` });
    await send(`/api/meetings/${meeting}/points/${point}/entries`, { kind: 'action', body: `note ${markup}`, assignee: { person: null, name: `guest ${markup}` } });
    await send(`/api/meetings/${meeting}/points`, { scenario: null, title: `point ${markup}` });
    await send(`/api/meetings/${meeting}/attendances`, { person: null, name: `present ${markup}`, room: markup });
    const offer = await own.of('offer');
    const plain = (text: string): string => text.replace(/\s+/g, '');
    const get = async (path: string): Promise<Uint8Array> => new Uint8Array(await (await client.copy().fetch(path)).arrayBuffer());

    const parts = unzipSync(await get(`/api/meetings/${meeting}/protocol?format=docx&lang=en`));
    const document = strFromU8(parts['word/document.xml']!);
    for (const part of Object.values(parts).map((bytes) => strFromU8(bytes))) expect(part).not.toMatch(/<script|<img/);
    const text = document.replace(/<[^>]+>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    for (const word of ['note', 'guest', 'point', 'present']) expect(plain(text)).toContain(plain(word + markup));

    const words = async (path: string): Promise<string> => plain((await extractText(await getDocumentProxy(await get(path)), { mergePages: true })).text);
    const protocol = await words(`/api/meetings/${meeting}/protocol?format=pdf&lang=en`);
    for (const word of ['note', 'guest', 'point', 'present']) expect(protocol).toContain(plain(word + markup));
    expect(await words(`/api/scenarios/${scenario}/offers/${offer}/brief.pdf?lang=en`)).toContain(plain(markup));
    expect(await words(`/api/scenarios/${scenario}/offers/${offer}/record.pdf?lang=en`)).toContain(plain(markup));

    const calendar = strFromU8(await get(`/api/meetings/${meeting}/calendar.ics`));
    expect(calendar.match(/^BEGIN:/gm)).toHaveLength(2);
    const figure = strFromU8(await get(`/api/scenarios/${scenario}/figure.svg`));
    expect(figure).not.toMatch(/<script|<img|onerror="/);
  });
});
