import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditEntries } from '@/lib/db/schema/audit';
import { people } from '@/lib/db/schema/people';
import { attendances, scenarioRights, scenarios } from '@/lib/db/schema/scenarios';
import { AccordError } from '@/lib/domain/errors';
import { exportScenario } from '@/lib/exchange/export-scenario';
import { importScenario } from '@/lib/exchange/import-scenario';
import { disablePerson } from '@/lib/people/disable-person';
import { demoPeople, seedDemo } from '@/lib/people/seed-demo';
import { seedDelegations } from '@/lib/people/seed-delegations';
import type { Actor } from '@/lib/policies/can';
import { createFromTemplate } from '@/lib/scenarios/create-from-template';
import { createScenario } from '@/lib/scenarios/create-scenario';
import { grantRight } from '@/lib/scenarios/grant-right';
import { importScenarioFile } from '@/lib/scenarios/import-scenario-file';
import { listRights } from '@/lib/scenarios/list-rights';
import { listScenarios } from '@/lib/scenarios/list-scenarios';
import { loadSamples, samples } from '@/lib/scenarios/load-samples';
import { readScenario } from '@/lib/scenarios/read-scenario';
import { readTemplate } from '@/lib/scenarios/read-template';
import { revokeRight } from '@/lib/scenarios/revoke-right';
import { castOf } from '@/tests/support/cast';
import { createTestDatabase, type TestDatabase } from '@/tests/support/postgres';

let test: TestDatabase;
/** Anna and Li may create scenarios; Ben may not. */
let anna: Actor, ben: Actor, li: Actor;
const nowhere = '00000000-0000-4000-8000-000000000000';

beforeAll(async () => {
  test = await createTestDatabase();
  await seedDelegations(test.db);
  const join = async (name: 'anna' | 'ben' | 'li', mayCreateScenarios: boolean): Promise<Actor> => {
    const { email } = demoPeople.find((person) => person.email.startsWith(name))!;
    const [row] = await test.db.insert(people).values({ email, name, mayCreateScenarios }).returning();
    return { id: row!.id, isAdministrator: false, mayCreateScenarios, delegationId: null, isSpeaker: false };
  };
  [anna, ben, li] = [await join('anna', true), await join('ben', false), await join('li', true)];
});
afterAll(() => test.drop());

const refusal = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'nothing',
    (error: unknown) => (error instanceof AccordError ? error.code : String(error)),
  );
const fresh = (): Promise<string> => createScenario(test.db, anna, { title: 'Fleet management', language: 'en', origin: 'DE' });
const auditOf = (scenario: string) => test.db.select().from(auditEntries).where(eq(auditEntries.scenarioId, scenario));

describe('creating a scenario', () => {
  it('begins with the skeleton, and makes its creator the facilitator', async () => {
    const id = await fresh();
    const { scenario, right, seq, epoch } = await readScenario(test.db, anna, id);
    expect(scenario).toMatchObject({ title: { en: 'Fleet management', de: '', zh: '' }, origin: 'DE', roles: [], sections: { description: { zh: [] } } });
    expect({ right, seq, epoch }).toEqual({ right: 'facilitator', seq: 1, epoch: 1 });
    expect((await auditOf(id)).map(({ verb, personId }) => [verb, personId])).toEqual([['scenario.create', anna.id]]);
  });

  it('needs the permission, and a title', async () => {
    expect(await refusal(createScenario(test.db, ben, { title: 'x', language: 'en' }))).toBe('forbidden');
    expect(await refusal(createScenario(test.db, anna, { title: ' \0 ', language: 'en' }))).toBe('empty-text');
    expect(await refusal(createScenario(test.db, anna, { title: 'x'.repeat(10_000), language: 'en' }))).toBe('too-large');
  });

  it('takes titles of any script, mark-up and SQL as the text that they are', async () => {
    const title = `'; drop table scenarios; -- <b>价值</b> 🏗️ مشغل \ud800`;
    const id = await createScenario(test.db, anna, { title, language: 'zh' });
    expect((await readScenario(test.db, anna, id)).scenario.title.zh).toBe(title.toWellFormed());
    expect((await listScenarios(test.db, anna)).find((listed) => listed.id === id)?.title.zh).toBe(title.toWellFormed());
  });
});

describe('using a scenario as a template', () => {
  const input = { title: 'Another fleet', language: 'en', withContent: true } as const;

  it('begins as the other one stands, with ids and people of its own, and says what it began with to whoever may see that', async () => {
    const sample = importScenario(samples[0].file);
    const template = await importScenarioFile(test.db, anna, samples[0].file);
    await grantRight(test.db, anna, { scenario: template, person: li.id, right: 'viewer' });
    const id = await createFromTemplate(test.db, li, { ...input, template });
    const { scenario, right } = await readScenario(test.db, li, id);
    expect(right).toBe('facilitator');
    expect(scenario.title).toEqual({ en: 'Another fleet', de: '', zh: '' });
    expect(scenario.sections).toEqual(sample.sections);
    expect(scenario.roles.map(({ label }) => label.en).sort()).toEqual(sample.roles.map(({ label }) => label.en).sort());
    expect(scenario.roles.filter((role) => sample.roles.some(({ id: old }) => old === role.id))).toEqual([]);
    expect(await refusal(readScenario(test.db, anna, id))).toBe('not-found');
    expect((await auditOf(id)).map(({ verb, personId, subject }) => [verb, personId, subject])).toEqual([['scenario.use-as-template', li.id, { title: scenario.title, derivedFrom: template }]]);

    expect(await readTemplate(test.db, li, id)).toEqual({ id: template, title: sample.title });
    expect(await readTemplate(test.db, li, template)).toBeNull();
    await revokeRight(test.db, anna, { scenario: template, person: li.id });
    expect(await readTemplate(test.db, li, id)).toBe('hidden');
  });

  it('needs the permission, a template that one may see, and a title', async () => {
    const template = await fresh();
    expect(await refusal(createFromTemplate(test.db, ben, { ...input, template }))).toBe('forbidden');
    for (const unseen of [template, nowhere, 'no id']) expect(await refusal(createFromTemplate(test.db, li, { ...input, template: unseen }))).toBe('not-found');
    expect(await refusal(createFromTemplate(test.db, anna, { ...input, template, title: ' \u202e ' }))).toBe('empty-text');
    const id = await createFromTemplate(test.db, anna, { ...input, template, title: ' Fleet\u0001of\n\u202etrucks ' });
    expect((await readScenario(test.db, anna, id)).scenario.title.en).toBe('Fleet of trucks');
  });
});

describe('importing a scenario', () => {
  it('gives back by export what came in', async () => {
    const id = await fresh();
    const file = exportScenario((await readScenario(test.db, anna, id)).scenario);
    const imported = await importScenarioFile(test.db, anna, JSON.stringify(file));
    expect(exportScenario((await readScenario(test.db, anna, imported)).scenario)).toEqual(file);
  });

  it('refuses a bad file and leaves nothing behind', async () => {
    const before = await test.db.$count(scenarios);
    expect(await refusal(importScenarioFile(test.db, anna, '{'))).toBe('invalid-scenario');
    expect(await refusal(importScenarioFile(test.db, ben, '{}'))).toBe('forbidden');
    expect(await test.db.$count(scenarios)).toBe(before);
  });
});

describe('reading', () => {
  it('tells those without a right no more than that there is nothing', async () => {
    const id = await fresh();
    for (const wrong of [id, nowhere, 'no-uuid', '', "'; drop table people; --"]) expect(await refusal(readScenario(test.db, ben, wrong))).toBe('not-found');
    expect((await listScenarios(test.db, ben)).map((listed) => listed.id)).not.toContain(id);
  });

  it('lists who is in there now, without those whose server died', async () => {
    const id = await fresh();
    const longAgo = new Date(Date.now() - 60_000);
    await test.db.insert(attendances).values([
      { scenarioId: id, personId: ben.id, node: 'a' },
      { scenarioId: id, personId: ben.id, node: 'b' },
      { scenarioId: id, personId: li.id, node: 'a', seenAt: longAgo },
    ]);
    const listed = (await listScenarios(test.db, anna)).find((candidate) => candidate.id === id);
    expect(listed).toMatchObject({ right: 'facilitator', agreement: { state: 'draft' }, title: { en: 'Fleet management' } });
    expect(listed?.here.map(({ name }) => name)).toEqual(['ben']);
  });
});

describe('sharing', () => {
  it('lets facilitators give, change and take rights', async () => {
    const scenario = await fresh();
    await grantRight(test.db, anna, { scenario, person: ben.id, right: 'viewer' });
    expect((await readScenario(test.db, ben, scenario)).right).toBe('viewer');
    await grantRight(test.db, anna, { scenario, person: ben.id, right: 'editor' });
    expect((await readScenario(test.db, ben, scenario)).right).toBe('editor');
    const shared = await listRights(test.db, anna, scenario);
    expect(shared.held.map(({ name, right }) => [name, right])).toEqual([
      ['anna', 'facilitator'],
      ['ben', 'editor'],
    ]);
    expect(shared.others.map(({ name }) => name)).toEqual(['li']);
    await revokeRight(test.db, anna, { scenario, person: ben.id });
    expect(await refusal(readScenario(test.db, ben, scenario))).toBe('not-found');
    expect((await auditOf(scenario)).map(({ verb }) => verb).sort()).toEqual(['right.grant', 'right.grant', 'right.revoke', 'scenario.create']);
  });

  it('is refused to everybody else', async () => {
    const scenario = await fresh();
    await grantRight(test.db, anna, { scenario, person: ben.id, right: 'editor' });
    expect(await refusal(grantRight(test.db, ben, { scenario, person: li.id, right: 'viewer' }))).toBe('forbidden');
    expect(await refusal(revokeRight(test.db, ben, { scenario, person: anna.id }))).toBe('forbidden');
    expect(await refusal(listRights(test.db, ben, scenario))).toBe('forbidden');
    expect(await refusal(grantRight(test.db, li, { scenario, person: li.id, right: 'viewer' }))).toBe('not-found');
    expect(await refusal(grantRight(test.db, anna, { scenario, person: nowhere, right: 'viewer' }))).toBe('not-found');
    expect(await refusal(grantRight(test.db, anna, { scenario, person: 'no-uuid', right: 'viewer' }))).toBe('not-found');
  });

  it('keeps a facilitator who acts: the last one can not be disabled, also by two at the same moment', async () => {
    const scenario = await fresh();
    const cast = await castOf(test.db);
    const [first, second] = [await cast.join('First', 'DE'), await cast.join('Second', 'CN')];
    for (const { id } of [first, second]) await grantRight(test.db, anna, { scenario, person: id, right: 'facilitator' });
    await revokeRight(test.db, anna, { scenario, person: anna.id });
    const outcomes = await Promise.all([first, second].map(({ id }) => refusal(disablePerson(test.db, 'system', id))));
    expect(outcomes.filter((code) => code === 'last-facilitator')).toHaveLength(1);
    const left = outcomes[0] === 'last-facilitator' ? first : second;
    expect(await refusal(disablePerson(test.db, 'system', left.id))).toBe('last-facilitator');
    await grantRight(test.db, left, { scenario, person: ben.id, right: 'facilitator' });
    expect(await refusal(disablePerson(test.db, 'system', left.id))).toBe('nothing');
  });

  it('keeps the last facilitator', async () => {
    const scenario = await fresh();
    expect(await refusal(revokeRight(test.db, anna, { scenario, person: anna.id }))).toBe('last-facilitator');
    expect(await refusal(grantRight(test.db, anna, { scenario, person: anna.id, right: 'viewer' }))).toBe('last-facilitator');
    expect((await readScenario(test.db, anna, scenario)).right).toBe('facilitator');
  });

  it('keeps one of two who remove each other at the same moment', async () => {
    const scenario = await fresh();
    await grantRight(test.db, anna, { scenario, person: li.id, right: 'facilitator' });
    const outcomes = await Promise.all([
      refusal(revokeRight(test.db, anna, { scenario, person: li.id })),
      refusal(revokeRight(test.db, li, { scenario, person: anna.id })),
    ]);
    expect(outcomes.filter((outcome) => outcome === 'nothing')).toHaveLength(1);
    const left = await test.db.select().from(scenarioRights).where(eq(scenarioRights.scenarioId, scenario));
    expect(left.map(({ right }) => right)).toEqual(['facilitator']);
  });
});

describe('the example scenarios', () => {
  it('are loaded once, for the demo people, each with their rights', async () => {
    const demo = await createTestDatabase();
    try {
      await seedDemo(demo.db);
      await loadSamples(demo.db);
      const [someId] = await demo.db.select({ id: scenarios.id }).from(scenarios);
      await Promise.all([loadSamples(demo.db), loadSamples(demo.db)]);
      const everybody = await demo.db.select().from(people);
      const may = async (name: string): Promise<string[]> => {
        const person = everybody.find(({ email }) => email.startsWith(name))!;
        return (await listScenarios(demo.db, { ...anna, id: person.id })).map(({ right }) => right);
      };
      expect(someId).toBeDefined();
      for (const [name, right] of [['anna', 'facilitator'], ['li', 'facilitator'], ['ben', 'editor'], ['mei', 'editor'], ['olga', 'viewer']] as const)
        expect(await may(name)).toEqual(samples.map(() => right));
      const li = everybody.find(({ email }) => email.startsWith('li'))!;
      const sany = await readScenario(demo.db, { ...anna, id: li.id }, samples[0].id);
      expect(sany.scenario).toEqual(importScenario(samples[0].file));
    } finally {
      await demo.drop();
    }
  });
});
