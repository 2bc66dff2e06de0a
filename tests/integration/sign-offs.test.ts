import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import canonicalize from 'canonicalize';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { appendRecord, chainHead, recordsOf, signersOf, writeSigner } from '@/lib/db/sign-off-chain';
import { auditEntries } from '@/lib/db/schema/audit';
import { people as peopleTable } from '@/lib/db/schema/people';
import { positions as positionRows } from '@/lib/db/schema/positions';
import { hashText } from '@/lib/db/hash-text';
import { itemsOf } from '@/lib/document/items-of';
import { noRecord } from '@/lib/domain/sign-off-record';
import type { Actor } from '@/lib/policies/can';
import { createScenario } from '@/lib/scenarios/create-scenario';
import { importScenarioFile } from '@/lib/scenarios/import-scenario-file';
import { listScenarios } from '@/lib/scenarios/list-scenarios';
import { declineOffer } from '@/lib/sign-offs/decline-offer';
import { listBlockers } from '@/lib/sign-offs/list-blockers';
import { nameDeputy } from '@/lib/sign-offs/name-deputy';
import { offerSnapshot } from '@/lib/sign-offs/offer-snapshot';
import { readOfferNews } from '@/lib/sign-offs/read-offer-news';
import { readOffer } from '@/lib/sign-offs/read-offer';
import { signOffer } from '@/lib/sign-offs/sign-offer';
import { withdrawOffer } from '@/lib/sign-offs/withdraw-offer';
import { createSnapshot } from '@/lib/snapshots/create-snapshot';
import { listSnapshots } from '@/lib/snapshots/list-snapshots';
import { readSnapshot } from '@/lib/snapshots/read-snapshot';
import { castOf, outcome, type Cast } from '../support/cast';
import { asSomebodyElse, createTestDatabase, type TestDatabase } from '../support/postgres';
import { retitle as retitleIn } from '../support/retitle';
import { wordedScenario } from '../support/worded-scenario';

let database: TestDatabase;
let cast: Cast;
/** Anna and Li speak for their delegations, Lars speaks for Germany as well; Ben and Mei speak for nobody. */
let anna: Actor, ben: Actor, lars: Actor, li: Actor, mei: Actor, olga: Actor, eve: Actor;
let scenario: string;

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castOf(database.db);
  anna = await cast.join('Anna', 'DE', { speaker: true, creates: true });
  ben = await cast.join('Ben', 'DE');
  lars = await cast.join('Lars', 'DE', { speaker: true });
  li = await cast.join('Li', 'CN', { speaker: true });
  mei = await cast.join('Mei', 'CN');
  olga = await cast.join('Olga', null);
  eve = await cast.join('Eve', 'CN', { speaker: true });
});
afterAll(() => database.drop());

/** Anna leads, Ben edits, Lars and Li comment, Mei and Olga read; Eve knows nothing of it. */
beforeEach(async () => {
  scenario = await importScenarioFile(database.db, anna, { format: 'accord-scenario', version: 1, scenario: { title: { en: 'Fleet' }, ...wordedScenario } });
  await cast.grant(scenario, ben, 'editor');
  await cast.grant(scenario, lars, 'commenter');
  await cast.grant(scenario, li, 'commenter');
  await cast.grant(scenario, mei, 'viewer');
  await cast.grant(scenario, olga, 'viewer');
});

interface Offered {
  readonly number: number;
  readonly hash: string;
  readonly offer: number;
}

const fix = (of = scenario) => createSnapshot(database.db, anna, { scenario: of, name: 'Fixed', requestId: randomUUID() });
const list = (actor: Actor = anna) => listSnapshots(database.db, actor, scenario);
const offerOf = (actor: Actor, { number, hash }: { number: number; hash: string }, requestId: string = randomUUID()) =>
  offerSnapshot(database.db, actor, { scenario, number, hash, requestId });
const sign = (actor: Actor, { offer, hash }: Offered, requestId: string = randomUUID()) =>
  signOffer(database.db, actor, { person: actor.id }, { scenario, offer, hash, function: '', requestId });
const decline = (actor: Actor, { offer, hash }: Offered, reason = 'Not yet', requestId: string = randomUUID()) => declineOffer(database.db, actor, { scenario, offer, hash, reason, requestId });
const depute = (actor: Actor, { offer, hash }: Offered, person: Actor) => nameDeputy(database.db, actor, { scenario, offer, hash, person: person.id, requestId: randomUUID() });
const withdraw = (actor: Actor, { offer }: Offered, requestId: string = randomUUID()) => withdrawOffer(database.db, actor, { scenario, offer, reason: '', requestId });

async function offered(): Promise<Offered> {
  const snapshot = await fix();
  return { ...snapshot, offer: (await offerOf(anna, snapshot)).position };
}

const records = () => recordsOf(database.db, [scenario]);
const kinds = async () => (await records()).map(({ kind }) => kind);

const retitle = (title: string) => retitleIn(database.db, scenario, ben, title);

async function say(actor: Actor, stance: 'agree' | 'disagree' | 'reservation' | null, item: string, hash: string): Promise<void> {
  await database.db.insert(positionRows).values({ scenarioId: scenario, item, delegationId: actor.delegationId!, personId: actor.id, stance, hash, seq: 1, requestId: randomUUID() });
}

describe('who may do what', () => {
  const who = (): readonly Actor[] => [anna, ben, lars, li, mei, olga, eve];
  test.each([
    // Anna facilitator + speaker, Ben editor, Lars commenter + speaker, Li commenter + speaker, Mei and Olga viewers, Eve nothing
    ['listBlockers', ['done', 'forbidden', 'forbidden', 'forbidden', 'forbidden', 'forbidden', 'not-found']],
    ['offerSnapshot', ['done', 'forbidden', 'forbidden', 'forbidden', 'forbidden', 'forbidden', 'not-found']],
    ['signOffer', ['done', 'not-a-speaker', 'already-signed', 'done', 'forbidden', 'forbidden', 'not-found']],
    ['declineOffer', ['done', 'not-a-speaker', 'done', 'done', 'forbidden', 'forbidden', 'not-found']],
    ['nameDeputy', ['done', 'not-a-speaker', 'done', 'not-found', 'forbidden', 'forbidden', 'not-found']],
    ['withdrawOffer', ['done', 'forbidden', 'forbidden', 'forbidden', 'forbidden', 'forbidden', 'not-found']],
  ])('%s', async (verb, expected) => {
    const snapshot = await fix();
    const offer = verb === 'offerSnapshot' || verb === 'listBlockers' ? null : { ...snapshot, offer: (await offerOf(anna, snapshot)).position };
    const verbs: Record<string, (actor: Actor) => Promise<unknown>> = {
      listBlockers: (actor) => listBlockers(database.db, actor, { scenario, number: snapshot.number }),
      offerSnapshot: (actor) => offerOf(actor, snapshot),
      signOffer: (actor) => sign(actor, offer!),
      declineOffer: (actor) => decline(actor, offer!),
      nameDeputy: (actor) => depute(actor, offer!, ben), // of Germany: nobody whom Li could name
      withdrawOffer: (actor) => withdraw(actor, offer!),
    };
    const answers: string[] = [];
    for (const actor of who()) answers.push(await outcome(verbs[verb]!(actor)));
    expect(answers).toEqual(expected);
  });

  it('says in the list what the reader may do', async () => {
    await fix();
    const may = async (actor: Actor) => (await list(actor)).may;
    expect(await may(anna)).toMatchObject({ offer: true, sign: cast.delegation.DE });
    expect(await may(ben)).toMatchObject({ offer: false, sign: null });
    expect(await may(li)).toMatchObject({ offer: false, sign: cast.delegation.CN });
  });
});

describe('an offer', () => {
  it('signed by one speaker of each delegation is agreed', async () => {
    const offer = await offered();
    expect(await list()).toMatchObject({ agreement: { state: 'signing', number: 1, agreed: null }, snapshots: [{ agreed: false, offer: { number: offer.offer, state: 'open' } }] });
    await sign(anna, offer);
    await sign(li, offer);
    const { agreement, snapshots: listed } = await list(olga);
    expect(agreement).toEqual({ state: 'agreed', number: 1 });
    expect(listed[0]).toMatchObject({
      agreed: true,
      parties: [
        { code: 'DE', signed: { by: { name: 'Anna', delegation: 'DE' } } },
        { code: 'CN', signed: { by: { name: 'Li', delegation: 'CN' } } },
      ],
    });
    expect((await listScenarios(database.db, olga)).find(({ id }) => id === scenario)?.agreement).toEqual({ state: 'agreed', number: 1 });
  });

  it('is neither ended nor changed by edits', async () => {
    const offer = await offered();
    await sign(anna, offer);
    await retitle('Something else');
    await sign(li, offer);
    expect((await list()).agreement).toEqual({ state: 'agreed', number: 1 });
    expect((await readSnapshot(database.db, anna, scenario, 1)).read.title.en).toBe('Fleet');
  });

  it('is ended by a newer one: signatures given to it lead to nothing', async () => {
    const first = await offered();
    await sign(anna, first);
    const second = await offered();
    expect(await outcome(sign(li, first))).toBe('offer-ended');
    await sign(li, second);
    expect((await list()).agreement).toEqual({ state: 'signing', number: 2, agreed: null });
    await sign(lars, second);
    expect(await list()).toMatchObject({ agreement: { state: 'agreed', number: 2 }, snapshots: [{ agreed: true }, { agreed: false, offer: { state: 'replaced' } }] });
  });

  it('is ended by withdrawing it, which is a record of its own; what is agreed is not withdrawn', async () => {
    const first = await offered();
    await sign(anna, first);
    await withdraw(anna, first);
    expect(await outcome(sign(li, first))).toBe('offer-ended');
    expect(await outcome(decline(li, first))).toBe('offer-ended');
    expect(await outcome(withdraw(anna, first))).toBe('offer-ended');
    expect((await list()).agreement).toEqual({ state: 'draft' });
    const again = { ...first, offer: (await offerOf(anna, first)).position };
    await sign(li, again);
    expect((await list()).agreement).toEqual({ state: 'signing', number: 1, agreed: null }); // Anna's signature belonged to the other offer
    await sign(anna, again);
    expect(await outcome(withdraw(anna, again))).toBe('already-agreed');
    expect(await outcome(offerOf(anna, first))).toBe('already-agreed');
    expect(await kinds()).toEqual(['offer', 'signature', 'withdrawal', 'offer', 'signature', 'signature']);
  });

  it('of a later version leaves the agreed one agreed until it is agreed itself', async () => {
    const first = await offered();
    await Promise.all([sign(anna, first), sign(li, first)]);
    await retitle('Fleet of trucks');
    const second = await offered();
    expect((await list()).agreement).toEqual({ state: 'signing', number: 2, agreed: 1 });
    await Promise.all([sign(lars, second), sign(li, second)]);
    expect(await list()).toMatchObject({ agreement: { state: 'agreed', number: 2 }, snapshots: [{ agreed: true }, { agreed: true }] });
  });

  test.each([
    ['another hash', 'hash-changed'],
    ['another number', 'not-found'],
    ['the offer that is open already', 'already-offered'],
  ])('is refused for %s', async (what, expected) => {
    const { number, hash } = await offered();
    const wrong = what === 'another hash' ? { number, hash: '0'.repeat(64) } : what === 'another number' ? { number: 9, hash } : { number, hash };
    expect(await outcome(offerOf(anna, wrong))).toBe(expected);
    expect(await kinds()).toEqual(['offer']);
  });
});

describe('what blocks an offer', () => {
  it('is a disagreement until it is withdrawn or becomes a reservation, whatever happens to the wording', async () => {
    const first = await fix();
    const { read } = await readSnapshot(database.db, anna, scenario, 1);
    const { name, hash } = itemsOf(read).find((item) => item.name === 'role:maker')!;
    await say(li, 'disagree', name, hash);
    expect(await listBlockers(database.db, anna, { scenario, number: 1 })).toEqual([{ kind: 'disagree', item: 'role:maker', delegation: 'CN' }]);
    expect(await outcome(offerOf(anna, first))).toBe('offer-blocked');
    await say(li, 'disagree', name, 'f'.repeat(64)); // of what the item said before: an objection is not lost by rewording
    expect(await outcome(offerOf(anna, first))).toBe('offer-blocked');
    await say(li, 'reservation', name, hash);
    expect(await listBlockers(database.db, anna, { scenario, number: 1 })).toEqual([]);
    await say(li, 'disagree', name, hash);
    expect(await outcome(offerOf(anna, first))).toBe('offer-blocked');
    await say(li, null, name, hash);
    expect(await outcome(offerOf(anna, first))).toBe('done');
    expect(await kinds()).toEqual(['offer']);
  });

  it('is that a version which says the same is agreed last, and not that one was before', async () => {
    const withdrawn = await offered();
    await withdraw(anna, withdrawn);
    const second = await offered();
    await Promise.all([sign(anna, second), sign(li, second)]);
    expect(await listBlockers(database.db, anna, { scenario, number: 1 })).toEqual([{ kind: 'agreed', number: 2 }]);
    expect(await outcome(offerOf(anna, withdrawn))).toBe('offer-blocked');
    await retitle('Fleet of trucks');
    const third = await offered();
    await Promise.all([sign(anna, third), sign(li, third)]);
    expect(await outcome(offerOf(anna, withdrawn))).toBe('done'); // back to what was agreed before
  });

  it('is a section without a text in the authentic language, and a single side', async () => {
    scenario = await createScenario(database.db, anna, { title: 'Alone', language: 'en', origin: 'DE' });
    const snapshot = await fix();
    const sections = ['description', 'value-proposition', 'revenue-mechanism', 'business-model-innovation'];
    expect(await listBlockers(database.db, anna, { scenario, number: 1 })).toEqual([
      { kind: 'one-sided' },
      ...sections.map((section) => ({ kind: 'missing-text', item: `section:${section}:en` })),
    ]);
    expect(await outcome(offerOf(anna, snapshot))).toBe('offer-blocked');
    expect(await kinds()).toEqual([]);
  });
});

describe('signing', () => {
  it('is refused for another hash, another offer, and without the password of the same person', async () => {
    const offer = await offered();
    for (const hash of ['', offer.hash.toUpperCase(), `${offer.hash} `, '0'.repeat(64)]) expect(await outcome(sign(anna, { ...offer, hash }))).toBe('hash-changed');
    for (const number of [0, offer.offer + 1, -1, 0.5]) expect(await outcome(sign(anna, { ...offer, offer: number }))).toBe('not-found');
    expect(await outcome(signOffer(database.db, anna, { person: li.id }, { scenario, ...offer, function: '', requestId: randomUUID() }))).toBe('wrong-password');
    const elsewhere = scenario;
    scenario = await importScenarioFile(database.db, anna, { format: 'accord-scenario', version: 1, scenario: { title: { en: 'Other' }, ...wordedScenario } });
    expect(await outcome(sign(anna, offer))).toBe('not-found');
    scenario = elsewhere;
    expect(await kinds()).toEqual(['offer']);
  });

  it('happens once for a delegation, whoever of its speakers is faster, and once for one press of the button', async () => {
    const offer = await offered();
    const requestId = randomUUID();
    const answers = await Promise.all([sign(anna, offer, requestId), sign(anna, offer, requestId), sign(anna, offer, requestId)]);
    expect(new Set(answers.map(({ position }) => position)).size).toBe(1);
    expect(await Promise.all([anna, lars, anna].map((actor) => outcome(sign(actor, offer))))).toEqual(['already-signed', 'already-signed', 'already-signed']);
    expect(await outcome(sign(li, offer, requestId))).toBe('bad-request'); // somebody else's
    expect(await outcome(decline(anna, offer, 'x', requestId))).toBe('bad-request'); // something else
    expect(await outcome(sign(li, offer, 'x'))).toBe('bad-request');
    expect(await kinds()).toEqual(['offer', 'signature']);
    const signed = await database.db.select().from(auditEntries).where(eq(auditEntries.scenarioId, scenario));
    expect(signed.filter(({ verb }) => verb === 'snapshot.sign')).toHaveLength(1);
  });

  it('does not come again with something else under the same request', async () => {
    const [first, second] = [await fix(), await fix()];
    const asked = (requestId: string = randomUUID()) => ({ scenario, requestId });
    const offering = { ...asked(), number: first.number, hash: first.hash };
    const { position: offer } = await offerSnapshot(database.db, anna, offering);
    const declining = { ...asked(), offer, hash: first.hash, reason: ' Not yet ' };
    const naming = { ...asked(), offer, hash: first.hash, person: ben.id };
    const signing = { ...asked(), offer, hash: first.hash, function: 'Head' };
    const withdrawing = { ...asked(), offer, reason: '' };
    const self = { person: anna.id };
    const verbs = [
      { verb: (changed: object) => offerSnapshot(database.db, anna, { ...offering, ...changed }), others: [{ number: second.number }, { hash: 'x' }] },
      { verb: (changed: object) => declineOffer(database.db, anna, { ...declining, ...changed }), others: [{ offer: 99 }, { hash: 'x' }, { reason: 'Never' }] },
      { verb: (changed: object) => nameDeputy(database.db, anna, { ...naming, ...changed }), others: [{ offer: 99 }, { hash: 'x' }, { person: lars.id }] },
      { verb: (changed: object) => signOffer(database.db, anna, self, { ...signing, ...changed }), others: [{ offer: 99 }, { hash: 'x' }, { function: '' }] },
      { verb: (changed: object) => withdrawOffer(database.db, anna, { ...withdrawing, ...changed }), others: [{ offer: 99 }, { reason: 'A mistake' }] },
    ];
    for (const { verb, others } of verbs) {
      const made = await verb({});
      for (const changed of others) expect([changed, await outcome(verb(changed))]).toEqual([changed, 'bad-request']);
      expect(await verb({})).toEqual(made);
    }
    expect(await declineOffer(database.db, anna, { ...declining, reason: 'Not yet' })).toMatchObject({ position: offer + 1 });
    expect(await kinds()).toEqual(['offer', 'refusal', 'deputy', 'signature', 'withdrawal']);
  });

  it('of both delegations at one moment is agreed', async () => {
    for (let round = 1; round <= 5; round++) {
      await retitle(`Round ${round}`);
      const offer = await offered();
      expect(await Promise.all([outcome(sign(anna, offer)), outcome(sign(lars, offer)), outcome(sign(li, offer))].map((each) => each)).then((all) => all.sort())).toEqual(['already-signed', 'done', 'done']);
      expect((await list()).agreement).toEqual({ state: 'agreed', number: round });
    }
  });

  it('needs the office at the moment of signing, not at the moment of asking', async () => {
    const former = await cast.join('Former', 'DE', { speaker: true });
    await cast.grant(scenario, former, 'commenter');
    const offer = await offered();
    await database.db.update(peopleTable).set({ isSpeaker: false }).where(eq(peopleTable.id, former.id));
    expect(await outcome(sign(former, offer))).toBe('not-a-speaker');
    expect(await outcome(depute(former, offer, ben))).toBe('not-a-speaker');
    await database.db.update(peopleTable).set({ isSpeaker: true, disabledAt: new Date() }).where(eq(peopleTable.id, former.id));
    expect(await outcome(sign(former, offer))).toBe('forbidden');
    expect(await kinds()).toEqual(['offer']);
  });

  it('keeps name, function and delegation as they were, also when the person changes or goes', async () => {
    const turncoat = await cast.join('Turncoat', 'DE', { speaker: true });
    await cast.grant(scenario, turncoat, 'commenter');
    const offer = await offered();
    await signOffer(database.db, turncoat, { person: turncoat.id }, { scenario, ...offer, function: ' Head of standards 标准部主任 ', requestId: randomUUID() });
    await database.db.update(peopleTable).set({ delegationId: cast.delegation.CN, name: 'Somebody else' }).where(eq(peopleTable.id, turncoat.id));
    const { parties } = (await list()).snapshots[0]!;
    expect(parties.map(({ code, signed }) => [code, signed?.by.name])).toEqual([['DE', 'Turncoat'], ['CN', undefined]]);
    await database.db.execute(sql`update signers set person_id = null where person_id = ${turncoat.id}`);
    const [signer] = [...(await signersOf(database.db, (await records()).filter(({ kind }) => kind === 'signature'))).values()];
    expect(signer).toMatchObject({ name: 'Turncoat', office: 'speaker', function: 'Head of standards 标准部主任', delegation: 'DE', personId: null });
    expect((await list()).snapshots[0]!.parties[0]!.signed?.by.name).toBe('Turncoat');
  });
});

describe('a record that is shown', () => {
  it('of a version from before leading languages and claims were kept, tells how far the text has moved on', async () => {
    const offer = await offered();
    await database.db.transaction(async (tx) => {
      // only a test writes an old version; the rows are written once
      await tx.execute(sql`set local session_replication_role = replica`);
      await tx.execute(sql`update snapshots set content = ((content::jsonb - 'leadingLanguage' - 'rightFor') #- '{enterprises,0,claim}' #- '{enterprises,0,claimReason}')::text where scenario_id = ${scenario}`);
    });
    const news = () => readOfferNews(database.db, li, { scenario, offer: offer.offer });
    expect(await news()).toMatchObject({ differs: 0 });
  });

  it('stands above the head of the chain of its own moment, whoever signs while it is read', async () => {
    const offer = await offered();
    let reading!: ReturnType<typeof readOffer>;
    await database.db.transaction(async (tx) => {
      await tx.execute(sql`lock table delegations in access exclusive mode`);
      reading = asSomebodyElse(() => readOffer(database.db, anna, { scenario, offer: offer.offer }));
      // it has read the records by now
      const isWaiting = async () => (await tx.execute(sql`select from pg_locks where relation = 'delegations'::regclass and not granted`)).rowCount;
      await expect.poll(isWaiting).toBe(1);
      const signer = await writeSigner(tx, anna.id, { name: 'Anna', office: 'speaker', function: '', delegation: 'DE' });
      const { snapshot, content } = (await asSomebodyElse(records))[0]!;
      await appendRecord(tx, { kind: 'withdrawal', scenario, snapshot, content, offer: offer.offer, signer: signer.id, signerHash: signer.hash }, randomUUID());
    });
    const shown = await reading;
    expect(shown.records.map(({ kind }) => kind)).toEqual(['offer']);
    expect(shown.head.position).toBe(offer.offer);
  });
});

describe('declining', () => {
  it('is said with a reason, ends nothing, and is taken back by signing', async () => {
    const offer = await offered();
    expect(await outcome(decline(li, offer, ' '))).toBe('empty-text');
    await decline(li, offer, '价值主张还不清楚');
    expect((await list()).snapshots[0]).toMatchObject({ offer: { state: 'open' }, parties: [{ declined: null }, { signed: null, declined: { by: { name: 'Li' }, reason: '价值主张还不清楚' } }] });
    await sign(anna, offer);
    await sign(li, offer);
    expect((await list()).snapshots[0]).toMatchObject({ agreed: true, parties: [{}, { declined: null, signed: { by: { name: 'Li' } } }] });
    expect(await outcome(decline(li, offer))).toBe('already-signed');
  });
});

describe('a deputy', () => {
  it('signs for the delegation of who named them, this offer only, and names nobody further', async () => {
    const offer = await offered();
    expect(await outcome(sign(mei, offer))).toBe('forbidden');
    await depute(li, offer, mei);
    expect(await outcome(depute(mei, offer, li))).toBe('forbidden');
    await sign(mei, offer);
    await sign(anna, offer);
    expect((await list()).snapshots[0]).toMatchObject({ agreed: true, parties: [{ code: 'DE' }, { code: 'CN', signed: { by: { name: 'Mei' } } }] });
    const [naming, signature] = (await records()).slice(1);
    expect(signature).toMatchObject({ kind: 'signature', deputy: naming!.position, delegation: cast.delegation.CN });
    await retitle('Fleet of trucks');
    const next = await offered();
    expect(await outcome(sign(mei, next))).toBe('forbidden');
  });

  it('signs no longer once he or she belongs to another delegation', async () => {
    const turncoat = await cast.join('Turncoat', 'CN');
    await cast.grant(scenario, turncoat, 'viewer');
    const offer = await offered();
    await depute(li, offer, turncoat);
    await database.db.update(peopleTable).set({ delegationId: cast.delegation.DE }).where(eq(peopleTable.id, turncoat.id));
    const now = { ...turncoat, delegationId: cast.delegation.DE! };
    expect(await outcome(sign(now, offer))).toBe('forbidden');
    expect((await readOffer(database.db, now, { scenario, offer: offer.offer })).may.answerFor).toBeNull();
    expect(await kinds()).toEqual(['offer', 'deputy']);
  });

  test.each<[string, () => Actor]>([
    ['somebody of another delegation', () => ben],
    ['an observer', () => olga],
    ['somebody who may not read the scenario', () => eve],
    ['oneself', () => li],
  ])('is never %s', async (_who, person) => {
    const offer = await offered();
    expect(await outcome(depute(li, offer, person()))).toBe('not-found');
  });
});

describe('the chain', () => {
  it('has no gaps and holds each record’s hash in the next, across scenarios and when many write at once', async () => {
    const before = await chainHead(database.db);
    const first = await offered();
    const elsewhere = scenario;
    scenario = await importScenarioFile(database.db, anna, { format: 'accord-scenario', version: 1, scenario: { title: { en: 'Other' }, ...wordedScenario } });
    await cast.grant(scenario, li, 'commenter');
    const second = await offered();
    const other = scenario;
    const at = (of: string, run: () => Promise<unknown>): Promise<unknown> => {
      scenario = of;
      return run();
    };
    await Promise.all([at(elsewhere, () => sign(anna, first)), at(other, () => sign(anna, second)), at(elsewhere, () => sign(li, first)), at(other, () => sign(li, second)), at(other, () => decline(lars, second).catch(() => null))]);
    const { rows } = await database.db.execute<{ position: string; hash: string; previous: string; record: string }>(sql`select * from sign_off_records order by position`);
    expect(rows.length).toBe(before.position + 6);
    let previous = noRecord;
    rows.forEach((row, index) => {
      expect(Number(row.position)).toBe(index + 1);
      expect(row.previous).toBe(previous);
      expect(hashText(row.record)).toBe(row.hash);
      expect(canonicalize(JSON.parse(row.record))).toBe(row.record);
      previous = row.hash;
    });
  });

  test.each([
    ['a record', () => sql`update sign_off_records set record = replace(record, 'signature', 'refusal')`],
    ['a record away', () => sql`delete from sign_off_records`],
    ['all records away', () => sql`truncate sign_off_records`],
    ['a signer', () => sql`update signers set name = 'Somebody else'`],
    ['a signer away', () => sql`delete from signers`],
    ['a signer to another account', () => sql`update signers set person_id = ${li.id}`],
    ['a snapshot', () => sql`update snapshots set content = '{}' where scenario_id = ${scenario}`],
  ])('rewrites nothing: not %s', async (_what, statement) => {
    await sign(anna, await offered());
    const refusal = await database.db.execute(statement()).catch((error: Error) => (error.cause as Error | undefined)?.message ?? error.message);
    expect(refusal).toMatch(/^(UPDATE|DELETE|TRUNCATE) of \w+ is not allowed/);
  });

  test.each([
    ['with a gap', (head: { position: number; hash: string }) => ({ position: head.position + 2, previous: head.hash })],
    ['beside the last record', (head: { position: number; hash: string }) => ({ position: head.position + 1, previous: noRecord })],
  ])('takes no row %s', async (_what, placed) => {
    const offer = await offered();
    const { position, previous } = placed(await chainHead(database.db));
    const [{ hash: _hash, ...last }] = (await records()).slice(-1) as [Awaited<ReturnType<typeof records>>[number]];
    const record = canonicalize({ ...last, position, previous })!;
    const insert = sql`insert into sign_off_records (position, hash, previous, record) values (${position}, ${hashText(record)}, ${previous}, ${record})`;
    await expect(database.db.execute(insert)).rejects.toMatchObject({ cause: { message: 'the record does not continue the chain of sign-offs' } });
    expect((await chainHead(database.db)).position).toBe(offer.offer);
  });
});
