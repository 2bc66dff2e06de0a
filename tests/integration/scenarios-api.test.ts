import { readFile } from 'node:fs/promises';
import { createTranslator } from 'use-intl/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as ScenarioRoute from '@/app/api/scenarios/[id]/route';
import type * as FigureRoute from '@/app/api/scenarios/[id]/figure.svg/route';
import type * as ListRoute from '@/app/api/scenarios/route';
import { people } from '@/lib/db/schema/people';
import { AccordError } from '@/lib/domain/errors';
import { largestBody } from '@/lib/domain/largest-body';
import { seedDemo } from '@/lib/people/seed-demo';
import type { Actor } from '@/lib/policies/can';
import { loadSamples, samples } from '@/lib/scenarios/load-samples';
import { createSnapshot } from '@/lib/snapshots/create-snapshot';
import { createTestDatabase, type TestDatabase } from '@/tests/support/postgres';

/* The routes as they are, with the session and the reader's language given; the whole way over http is tested end to end. */
const reader = vi.hoisted(() => ({ actor: null as Actor | null, locale: 'en' }));
vi.mock('@/app/session', () => ({
  actingPerson: async () => {
    if (!reader.actor) throw new AccordError('signed-out');
    return { actor: reader.actor };
  },
}));
vi.mock('next-intl/server', () => ({
  getLocale: async () => reader.locale,
  getTranslations: async (asked: string | { locale: string; namespace: string }) => {
    const { locale, namespace } = typeof asked === 'string' ? { locale: reader.locale, namespace: asked } : asked;
    const messages = JSON.parse(await readFile(`lib/messages/${locale}/${namespace}.json`, 'utf8')) as Record<string, string>;
    return createTranslator({ locale, messages });
  },
}));

let test: TestDatabase;
let list: typeof ListRoute, one: typeof ScenarioRoute, figure: typeof FigureRoute;
let anna: Actor, olga: Actor;
const [sany] = samples;

beforeAll(async () => {
  test = await createTestDatabase();
  vi.stubEnv('DATABASE_URL', test.url);
  await seedDemo(test.db);
  await loadSamples(test.db);
  const everybody = await test.db.select().from(people);
  const actorOf = (name: string): Actor => {
    const { id, isAdministrator, mayCreateScenarios, delegationId, isSpeaker } = everybody.find(({ email }) => email.startsWith(name))!;
    return { id, isAdministrator, mayCreateScenarios, delegationId, isSpeaker };
  };
  [anna, olga] = [actorOf('anna'), actorOf('olga')];
  [list, one, figure] = await Promise.all([
    import('@/app/api/scenarios/route'),
    import('@/app/api/scenarios/[id]/route'),
    import('@/app/api/scenarios/[id]/figure.svg/route'),
  ]);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await test.drop();
});
beforeEach(() => {
  reader.actor = anna;
  reader.locale = 'en';
});

const address = 'http://localhost/api/scenarios';
const context = (id: string) => ({ params: Promise.resolve({ id }) });
const read = (id: string, query = ''): Promise<Response> => one.GET(new Request(`${address}/${id}${query}`), context(id));
const draw = (id: string, query = ''): Promise<Response> => figure.GET(new Request(`${address}/${id}/figure.svg${query}`), context(id));
const post = (body: BodyInit): Promise<Response> => list.POST(new Request(address, { method: 'POST', body }), {});
const codeOf = async (response: Promise<Response>): Promise<[number, string]> => {
  const answered = await response;
  return [answered.status, ((await answered.json()) as { error: { code: string } }).error.code];
};

describe('the list', () => {
  it('holds what the reader may see', async () => {
    const { scenarios } = (await (await list.GET(new Request(address), {})).json()) as { scenarios: { title: { en: string }; right: string }[] };
    expect(scenarios.map(({ title, right }) => [title.en, right])).toEqual(samples.map(({ file }) => [file.scenario.title.en, 'facilitator']));
  });

  it('asks for a session', async () => {
    reader.actor = null;
    expect(await codeOf(list.GET(new Request(address), {}))).toEqual([401, 'signed-out']);
    expect(await codeOf(post('{}'))).toEqual([401, 'signed-out']);
    expect(await codeOf(read(sany.id))).toEqual([401, 'signed-out']);
    expect(await codeOf(draw(sany.id))).toEqual([401, 'signed-out']);
  });
});

describe('a file', () => {
  it('goes out and comes back as the same content', async () => {
    const exported = await read(sany.id);
    expect(exported.headers.get('content-disposition')).toMatch(/^attachment; filename="SANY maintenance services based on a platform\.json"/);
    const file = await exported.text();
    const imported = await post(file);
    expect(imported.status).toBe(201);
    const { id } = (await imported.json()) as { id: string };
    expect(await (await read(id)).text()).toBe(file);
  });

  it('is refused with where and what, in the language of the reader', async () => {
    reader.locale = 'de';
    const broken = structuredClone(sany.file) as { scenario: { relations: { target: string }[] } };
    broken.scenario.relations[0]!.target = 'niemand';
    const response = await post(JSON.stringify(broken));
    expect(response.status).toBe(422);
    const { error } = (await response.json()) as { error: { code: string; message: string; details: object } };
    expect(error.code).toBe('invalid-scenario');
    expect(error.message).toContain('$.scenario.relations[0].target: Eine Geschäftsrolle „niemand“ gibt es nicht.');
    expect(error.details).toMatchObject({ where: '$.scenario.relations[0].target', problem: 'unknown-role' });
  });

  it('is refused when it is none, when it is too large, and from those who may not', async () => {
    expect(await codeOf(post('{"format":'))).toEqual([400, 'bad-request']);
    expect(await codeOf(post('"text"'))).toEqual([400, 'bad-request']);
    expect(await codeOf(post(''))).toEqual([400, 'bad-request']);
    expect(await codeOf(post(new Uint8Array([0xff, 0xfe, 0x7b])))).toEqual([400, 'bad-request']);
    expect(await codeOf(post('[]'))).toEqual([422, 'invalid-scenario']);
    expect(await codeOf(post(' '.repeat(largestBody + 1)))).toEqual([413, 'too-large']);
    reader.actor = olga;
    expect(await codeOf(post(JSON.stringify(sany.file)))).toEqual([403, 'forbidden']);
  });

  it('of an unknown or forbidden scenario is not found', async () => {
    const { id } = (await (await post(JSON.stringify(sany.file))).json()) as { id: string };
    reader.actor = olga;
    for (const wrong of [id, 'no-uuid', "'; drop table people; --"]) expect(await codeOf(read(wrong))).toEqual([404, 'not-found']);
  });

  it('of a snapshot holds what was fixed', async () => {
    const { number } = await createSnapshot(test.db, anna, { scenario: sany.id, name: 'first', requestId: crypto.randomUUID() });
    const fixed = await read(sany.id, `?snapshot=${number}`);
    expect(JSON.parse(await fixed.text())).toEqual(JSON.parse(await (await read(sany.id)).text()));
    expect(fixed.headers.get('content-disposition')).toContain(`(${number}).json`);
    expect(await codeOf(read(sany.id, '?snapshot=99'))).toEqual([404, 'not-found']);
    for (const wrong of ['x', '0', '-1', '0x1', '1e0', '01', '%201', '1%20', '1.0', '+1', '١', '']) expect(await codeOf(read(sany.id, `?snapshot=${wrong}`))).toEqual([400, 'bad-request']);
  });
});

describe('a figure', () => {
  it('is drawn in the language asked for, else in that of the reader', async () => {
    const chinese = await draw(sany.id, '?lang=zh');
    expect(chinese.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(await chinese.text()).toContain('机器供应商');
    reader.locale = 'de';
    expect(await (await draw(sany.id)).text()).toContain('Maschinenlieferant');
    expect(await (await draw(sany.id, '?figure=assessment')).text()).toContain('Geschäftsmodellinnovation');
  });

  it('refuses what it does not know', async () => {
    for (const query of ['?lang=fr', '?figure=photo', '?theme=page', '?phase=later']) expect(await codeOf(draw(sany.id, query))).toEqual([400, 'bad-request']);
    expect(await codeOf(draw('no-uuid'))).toEqual([404, 'not-found']);
  });
});
