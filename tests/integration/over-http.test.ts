import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { largestBody } from '@/lib/domain/largest-body';
import { type AccordProcess, removeFolder, startAccord } from '../support/accord-process';
import { ensureBuilt } from '../support/ensure-built';
import { HttpClient } from '../support/http-client';
import { callAction } from '../support/server-actions';

/* What only shows on the whole way over HTTP, in Accord as people run it. */
let accord: AccordProcess;
let database: Client;
let anna: HttpClient, li: HttpClient, ben: HttpClient, olga: HttpClient;
let scenario: string;

beforeAll(async () => {
  await ensureBuilt();
  accord = await startAccord();
  database = new Client({ connectionString: await accord.databaseUrl() });
  await database.connect();
  [anna, li, ben, olga] = await Promise.all([signedIn('anna'), signedIn('li'), signedIn('ben'), signedIn('olga')]);
  scenario = await newScenario('A');
}, 300_000);
afterAll(async () => {
  await database?.end();
  await accord?.stop();
  if (accord) await removeFolder(accord.dataDir);
});

async function signedIn(name: string): Promise<HttpClient> {
  const client = new HttpClient(accord.url);
  expect((await client.signIn(`${name}@example.org`, 'demo')).status).toBe(200);
  return client;
}
async function newScenario(title: string): Promise<string> {
  const answer = await anna.send('POST', '/api/scenarios', { format: 'accord-scenario', version: 1, scenario: { title: { en: title } } });
  return ((await answer.json()) as { id: string }).id;
}
async function row<Row extends object>(statement: string, values: unknown[] = []): Promise<Row> {
  return (await database.query<Row>(statement, values)).rows[0]!;
}
const idOf = async (name: string): Promise<string> => (await row<{ id: string }>('select id from people where email = $1', [`${name}@example.org`])).id;
async function codeOf(asked: Response | Promise<Response>): Promise<[number, string]> {
  const answer = await asked;
  return [answer.status, ((await answer.json()) as { error: { code: string } }).error.code];
}

describe('methods', () => {
  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])('%s on a page or a file is not allowed, and says what is', async (method) => {
    for (const [path, allowed] of [['/', 'GET, HEAD, POST'], ['/sign-in', 'GET, HEAD, POST'], [`/scenarios/${scenario}`, 'GET, HEAD, POST'], ['/icon.svg', 'GET, HEAD'], ['/tldraw/version.txt', 'GET, HEAD'], ['/no/such/page', 'GET, HEAD, POST'], ['/api/health', 'GET, HEAD']] as const) {
      const answer = await anna.fetch(path, { method });
      expect([path, answer.status, answer.headers.get('allow')]).toEqual([path, 405, allowed]);
      const body = await answer.text();
      expect(body).not.toMatch(/\n? +at \S+/);
      expect((JSON.parse(body) as { error: { code: string } }).error.code).toBe('method-not-allowed');
    }
  });

  it('what the sign-in library offers beside what is used leads nowhere', async () => {
    expect((await anna.fetch('/api/auth/callback/credentials')).status).toBe(404);
    expect((await anna.fetch('/api/auth/_log', { method: 'POST', body: new URLSearchParams({ level: 'error', code: 'X', message: 'y' }) })).status).toBe(404);
  });

  it('a POST to a file is not allowed, one without a form to a page harms nothing, and the API answers for itself', async () => {
    expect((await anna.fetch('/icon.svg', { method: 'POST', body: 'x' })).status).toBe(405);
    for (const path of ['/sign-in', '/scenarios', `/scenarios/${scenario}`, '/no/such/page']) {
      const answer = await anna.fetch(path, { method: 'POST', body: 'x' });
      expect([path, answer.status < 500]).toEqual([path, true]);
      expect(await answer.text()).not.toMatch(/\n +at \S+/);
    }
    for (const method of ['PUT', 'DELETE', 'PATCH']) expect((await anna.fetch('/api/scenarios', { method })).status).toBe(405);
  });
});

describe('a body that is too large', () => {
  const post = (body: BodyInit, more: { readonly duplex?: 'half' } = {}): Promise<Response> =>
    anna.fetch('/api/scenarios', { method: 'POST', body, headers: { 'content-type': 'application/json', 'accept-language': 'de' }, ...more });
  const expected = { error: { code: 'too-large', message: expect.stringContaining('zu groß') as string } };

  it('is refused in the reader’s words, whether it says so beforehand or not, and the answer arrives', async () => {
    const bytes = new Uint8Array(largestBody + 1).fill(32);
    for (let count = 0; count < 3; count++) {
      const told = await post(bytes);
      expect([told.status, await told.json()]).toEqual([413, expected]);
    }
    let sent = 0;
    const pieces = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent > largestBody) controller.close();
        else {
          controller.enqueue(bytes.subarray(0, 256 * 1024));
          sent += 256 * 1024;
        }
      },
    });
    const onTheWay = await post(pieces, { duplex: 'half' });
    expect([onTheWay.status, await onTheWay.json()]).toEqual([413, expected]);
  });

  it('is one that is larger than the bound by one byte; one at the bound is read', async () => {
    expect((await post(new Uint8Array(largestBody).fill(32))).status).toBe(400); // blank: no JSON
  });
});

describe('a version', () => {
  it('has one address', async () => {
    const { number } = (await (await anna.send('POST', `/api/scenarios/${scenario}/snapshots`, { name: 'First', requestId: randomUUID() })).json()) as { number: number };
    expect(number).toBe(1);
    for (const prefix of ['/api', '']) {
      expect((await anna.fetch(`${prefix}/scenarios/${scenario}/snapshots/1`)).status).toBe(200);
      for (const wrong of ['0x1', '1e0', '%201', '1%20', '01', '1.0', '+1', '-1', '0', '0b1', '%D9%A1', '1_0']) {
        const answer = await anna.fetch(`${prefix}/scenarios/${scenario}/snapshots/${wrong}`);
        expect([wrong, answer.status]).toEqual([wrong, 404]);
      }
    }
    for (const part of ['blockers', 'items']) expect(await codeOf(anna.fetch(`/api/scenarios/${scenario}/snapshots/0x1/${part}`))).toEqual([404, 'not-found']);
    expect(await codeOf(anna.fetch(`/api/scenarios/${scenario}/figure.svg?snapshot=0x1`))).toEqual([400, 'bad-request']);
  });
});

describe('what no database can hold', () => {
  it('is a bad request or leads nowhere, never an error of ours', async () => {
    for (const path of [`/api/scenarios/%ff`, `/api/scenarios/%ff/threads`, '/scenarios/%ff', '/api/auth/%ff']) expect([path, (await anna.fetch(path)).status]).toEqual([path, 404]);
    const { thread } = (await (await anna.send('POST', `/api/scenarios/${scenario}/threads`, { item: 'scenario', body: 'Who?', requestId: randomUUID() })).json()) as { thread: string };
    expect(await codeOf(anna.send('PUT', `/api/scenarios/${scenario}/threads/${thread}/assignment`, { to: { delegation: '\0' }, dueOn: null }))).toEqual([422, 'unknown-person']);
    expect(await codeOf(anna.send('POST', '/api/inbox/read', { until: '0000-01-01T00:00:00Z', read: true }))).toEqual([400, 'bad-request']);
  });
});

describe('another’s arguments', () => {
  it('a thread cannot be reached through another scenario, whatever right one has in both', async () => {
    const other = await newScenario('B');
    const threads = (id: string): string => `/api/scenarios/${id}/threads`;
    const { thread } = (await (await anna.send('POST', threads(scenario), { item: 'scenario', body: 'Is this so?', requestId: randomUUID() })).json()) as { thread: string };
    const state = () => row('select (select count(*) from comments)::int as comments, (select count(*) from audit_entries)::int as entries, (select resolved_at from threads where id = $1) as resolved', [thread]);
    const before = await state();
    for (const wrong of [other, randomUUID(), 'x']) {
      expect(await codeOf(anna.send('POST', `${threads(wrong)}/${thread}/comments`, { body: 'smuggled', requestId: randomUUID() }))).toEqual([404, 'not-found']);
      for (const method of ['PUT', 'DELETE']) expect(await codeOf(anna.send(method, `${threads(wrong)}/${thread}/resolution`))).toEqual([404, 'not-found']);
    }
    for (const client of [li, olga, new HttpClient(accord.url)])
      expect((await client.send('POST', `${threads(scenario)}/${thread}/comments`, { body: 'smuggled', requestId: randomUUID() })).status).toBe(client === li || client === olga ? 404 : 401);
    expect(await state()).toEqual(before);
  });

  it('the same POST again makes nothing new', async () => {
    const id = await newScenario('C');
    const twice = async (path: string, body: object): Promise<unknown> => {
      const [first, second, ...rest] = await Promise.all([1, 2, 3, 4].map(() => anna.send('POST', path, body)));
      const answers = await Promise.all([first!, second!, ...rest, await anna.send('POST', path, body)].map(async (answer) => [answer.status, await answer.json()]));
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      expect(answers[0]![0]).toBe(200);
      return answers[0]![1];
    };
    const { thread } = (await twice(`/api/scenarios/${id}/threads`, { item: 'scenario', body: 'once', requestId: randomUUID() })) as { thread: string };
    await twice(`/api/scenarios/${id}/threads/${thread}/comments`, { body: 'once', requestId: randomUUID() });
    await twice(`/api/scenarios/${id}/snapshots`, { name: 'once', requestId: randomUUID() });
    expect(
      await row(
        `select (select count(*) from threads where scenario_id = $1)::int as threads, (select count(*) from comments join threads on threads.id = thread_id where scenario_id = $1)::int as comments,
          (select count(*) from snapshots where scenario_id = $1)::int as snapshots`,
        [id],
      ),
    ).toEqual({ threads: 1, comments: 2, snapshots: 1 });
  });

  it('server actions refuse whoever may not, whatever they are called with', async () => {
    const [annasId, bensId] = [await idOf('anna'), await idOf('ben')];
    const snapshot = () => row('select json_agg(people order by id) as people, (select json_agg(scenario_rights order by scenario_id, person_id) from scenario_rights) as rights, (select count(*) from delegations)::int as delegations, (select count(*) from access_links)::int as links from people');
    const before = await snapshot();
    const admin = 'app/admin/actions.ts';
    const calls: [string, string, string, unknown[]][] = [
      ...(['disabled', 'head', 'speaker', 'administrator', 'may-create-scenarios'] as const).map((kind): [string, string, string, unknown[]] => ['/account', admin, 'changePerson', [bensId, { kind, value: true }]]),
      ['/account', admin, 'changePerson', [annasId, { kind: 'administrator', value: false }]],
      ['/account', admin, 'changePerson', [annasId, { kind: 'name', value: 'Mallory' }]],
      ['/account', admin, 'changePerson', [bensId, { kind: 'delegation', value: null }]],
      ['/account', admin, 'createResetLink', [annasId]],
      ['/scenarios', 'app/scenarios/actions.ts', 'setRight', [{ scenario, person: bensId, right: 'facilitator' }]],
      ['/scenarios', 'app/scenarios/actions.ts', 'setRight', [{ scenario, person: annasId, right: null }]],
      ['/scenarios', 'app/scenarios/actions.ts', 'listRights', [scenario]],
    ];
    for (const client of [ben, olga, new HttpClient(accord.url)])
      for (const [page, file, name, args] of calls) {
        const { status, text } = await callAction(client, page, file, name, args);
        expect([name, args, status < 500]).toEqual([name, args, true]);
        expect(text).toMatch(/"ok":false,"error":\{"code":"(forbidden|not-found|signed-out)"/);
      }
    for (const args of [[], [null, null], [bensId, { kind: '__proto__', value: 1 }], [{ $gt: '' }, { kind: 'name', value: {} }], ["'; drop table people; --", { kind: 'speaker', value: true }]])
      expect((await callAction(anna, '/admin', admin, 'changePerson', args)).text).toMatch(/"ok":false,"error":\{"code":"(bad-request|not-found)"/);
    expect(await snapshot()).toEqual(before);
    // That it would have worked: an administrator's call.
    expect((await callAction(anna, '/admin', admin, 'changePerson', [bensId, { kind: 'may-create-scenarios', value: true }])).text).toContain('"ok":true');
    expect(await snapshot()).not.toEqual(before);
  });
});

describe('signing out', () => {
  it('ends the session for whoever holds a copy of its cookie, and no other', async () => {
    const [here, elsewhere] = [await signedIn('mei'), await signedIn('mei')];
    const copy = here.copy();
    expect(await copy.whoAmI()).toBe('mei@example.org');
    expect((await here.signOut()).status).toBe(200);
    expect((await copy.copy().fetch('/api/scenarios')).status).toBe(401);
    expect(await copy.whoAmI()).toBeNull();
    expect(await elsewhere.whoAmI()).toBe('mei@example.org');
  });

  it('does not say that it has happened while it could not be stored', async () => {
    const here = await signedIn('mei');
    const copy = here.copy();
    await database.query('alter table ended_sessions rename to ended_sessions_away');
    try {
      // Neither can it be read then who has signed out: nobody gets in, but nothing says that the session is over.
      const answer = await here.signOut();
      expect(await codeOf(answer)).toEqual([503, 'unavailable']);
      expect(answer.headers.getSetCookie().join()).not.toContain('session-token');
    } finally {
      await database.query('alter table ended_sessions_away rename to ended_sessions');
    }
    expect(await copy.copy().whoAmI()).toBe('mei@example.org'); // as was said
    expect(await here.whoAmI()).toBe('mei@example.org');
    expect((await here.signOut()).status).toBe(200);
    expect(await copy.whoAmI()).toBeNull();
  });
});
