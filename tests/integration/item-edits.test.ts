import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Database } from '@/lib/db/client';
import { documentUpdates } from '@/lib/db/schema/documents';
import { itemEdits, itemHistories } from '@/lib/db/schema/item-edits';
import { writeEntities } from '@/lib/document/edits/create-entities';
import { replaceText } from '@/lib/document/edits/edit-text';
import { itemsOf } from '@/lib/document/items-of';
import { projectScenario } from '@/lib/document/project-scenario';
import { rationaleOf, sectionOf, titleOf } from '@/lib/document/roots';
import { formerParticipant } from '@/lib/domain/named-person';
import { itemName, parseItemName } from '@/lib/domain/items';
import { dueHistories } from '@/lib/log/due-histories';
import { keepHistory } from '@/lib/log/keep-history';
import { historyVersion, keptUpTo } from '@/lib/log/kept-edits';
import { readDocument } from '@/lib/log/read-document';
import { readItemEdits } from '@/lib/log/read-item-edits';
import { erasePerson } from '@/lib/people/erase-person';
import { setPositions } from '@/lib/positions/set-positions';
import { readItemHistory } from '@/lib/scenarios/read-item-history';
import { createSnapshot } from '@/lib/snapshots/create-snapshot';
import { restoreSnapshot } from '@/lib/snapshots/restore-snapshot';
import { startHistoryJob } from '@/server/history-job';
import { seededRandom, type Random } from '../faults/support/seeded-random';
import { castOf, type Cast } from '../support/cast';
import { historyByWalking } from '../support/history-by-walking';
import { createTestDatabase, type TestDatabase } from '../support/postgres';
import { newScenario, StoredLog } from '../support/stored-log';
import type { Actor } from '@/lib/policies/can';

let test: TestDatabase;
let db: Database;
let cast: Cast;
let people: Actor[];

beforeAll(async () => {
  test = await createTestDatabase();
  ({ db } = test);
  cast = await castOf(db);
  people = [await cast.join('Anna', 'DE'), await cast.join('Li', 'CN', { speaker: true }), await cast.join('Ben', 'DE')];
});
afterAll(() => test.drop());

const seqOf = async (scenario: string): Promise<number> => (await readDocument(db, scenario)).seq;

/** Li says for his side that he can live with some items as they stand. */
async function agree(scenario: string, wanted: (item: string) => boolean): Promise<void> {
  const items = itemsOf(projectScenario((await readDocument(db, scenario)).doc)).filter(({ name }) => wanted(name));
  await setPositions(db, people[1]!, { scenario, stance: 'agree', note: '', items, requestId: crypto.randomUUID() });
}

const texts = ['scenario', 'section:description:en', 'section:description:zh'];

/**
 * Items tell their histories as the log does, on every page.
 * @param others how many of the other items that the log has touched are looked at, too
 * @param random chooses the pages' size and where they begin
 */
async function expectSameAsTheLog(scenario: string, others: number, random?: Random): Promise<number> {
  const { rows } = await db.execute<{ item: string }>(sql`select item, max(first_seq) from item_edits where scenario_id = ${scenario} group by item order by 2 desc limit ${others}`);
  let pages = 0;
  for (const name of new Set([...texts, 'role:unknown', ...rows.map(({ item }) => item)])) {
    const item = parseItemName(name)!;
    expect(itemName(item)).toBe(name);
    for (let before: number | undefined = random?.below(4) === 0 ? random.below(200) : undefined; ; ) {
      pages++;
      const options = { most: random ? 2 + random.below(5) : 20, ...(before !== undefined && { before }) };
      const expected = await historyByWalking(db, scenario, item, options);
      expect(await readItemEdits(db, scenario, item, options), `${name} before ${before}`).toEqual(expected);
      if (expected.olderThan === null) break;
      before = expected.olderThan;
    }
  }
  return pages;
}

describe('what is kept of the log', () => {
  it.each([1, 2, 3, 4])('tells every history as the log does, however far it reaches (seed %i)', async (seed) => {
    const random = seededRandom(seed);
    const scenario = await newScenario(db, people);
    // In the time to come nothing is at rest: the last updates stay open. In the past everything is kept at once.
    const past = seed % 3 === 0;
    const log = new StoredLog(db, scenario, people, random, new Date(Date.now() + (past ? -30 : 1) * 86_400_000));
    for (let round = 0; round < 5; round++) {
      await log.grow(40);
      if (random.below(2)) await createSnapshot(db, people[0]!, { scenario, name: 'Draft', requestId: crypto.randomUUID() });
      if (random.below(2)) await agree(scenario, (item) => texts.includes(item) || random.below(3) === 0);
      await log.grow(10);
      if (!past && random.below(3) > 0) await keepHistory(db, scenario);
      if (round % 2) await expectSameAsTheLog(scenario, 4, random);
    }
    await keepHistory(db, scenario);
    const [kept, end] = [await keptUpTo(db, scenario), await seqOf(scenario)];
    if (past) expect(kept).toBe(end);
    else expect(kept).toBeGreaterThan(end / 2);
    expect(await expectSameAsTheLog(scenario, 25, random)).toBeGreaterThan(30);
  });

  it.each(['kept before the version', 'kept at the end', 'never kept'])('shows a wording that a version fixed by itself, whoever went on typing at once (%s)', async (when) => {
    const scenario = await newScenario(db, people);
    const log = new StoredLog(db, scenario, people, seededRandom(5), new Date(Date.now() - 86_400_000));
    const type = (text: string) => log.write(0, (doc) => replaceText(titleOf(doc, 'en')!, text), 1_000);
    await type('Offered');
    await type('Offered to both');
    if (when === 'kept before the version') await keepHistory(db, scenario);
    await createSnapshot(db, people[0]!, { scenario, name: 'Draft', requestId: crypto.randomUUID() });
    await type('Improved');
    await type('Improved since');
    if (when !== 'never kept') await keepHistory(db, scenario);
    const { edits } = await readItemEdits(db, scenario, parseItemName('scenario')!, { most: 20 });
    expect(edits.slice(0, 2).map(({ content }) => JSON.stringify(content))).toEqual([expect.stringContaining('Improved since'), expect.stringContaining('Offered to both')]);
    await expectSameAsTheLog(scenario, 3);
  });

  it.each(['kept before it', 'kept at the end', 'never kept'])('shows by itself a wording of which a side has said what it thinks, whoever went on typing at once, and divides nothing else (%s)', async (when) => {
    const scenario = await newScenario(db, people);
    const log = new StoredLog(db, scenario, people, seededRandom(5), new Date(Date.now() - 86_400_000));
    const type = (text: string) =>
      log.write(0, (doc) => {
        replaceText(titleOf(doc, 'en')!, text);
        replaceText(rationaleOf(doc, 'acme', 'who'), text);
      });
    await log.write(0, (doc) => void writeEntities(doc, { enterprises: [{ id: 'acme', colour: 1 }] }, false));
    await type('Agreed');
    if (when === 'kept before it') await keepHistory(db, scenario);
    await agree(scenario, (item) => item === 'cell:acme:who');
    await type('Improved');
    if (when !== 'never kept') await keepHistory(db, scenario);
    const wordings = async (item: string) => (await readItemEdits(db, scenario, parseItemName(item)!, { most: 20 })).edits.map(({ content }) => JSON.stringify(content));
    expect(await wordings('cell:acme:who')).toEqual([expect.stringContaining('Improved'), expect.stringContaining('Agreed')]);
    expect((await wordings('scenario'))[0]).toContain('Improved');
    expect((await wordings('scenario')).join()).not.toContain('Agreed');
    await expectSameAsTheLog(scenario, 5);
  });

  it('takes little room, however long a wording and however often it is edited', async () => {
    const scenario = await newScenario(db, people);
    const log = new StoredLog(db, scenario, people, seededRandom(1), new Date(Date.now() - 86_400_000 * 90));
    const long = 'value network 业务 '.repeat(1_500);
    await log.write(0, (doc) => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(long)]);
      sectionOf(doc, 'description', 'en').insert(0, [paragraph]);
    });
    for (let count = 0; count < 200; count++)
      await log.write(count % 2, (doc) => ((sectionOf(doc, 'description', 'en').get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(count * 50, `word${count} `), 60_000);
    await keepHistory(db, scenario);
    const { rows } = await db.execute<{ rows: number; characters: number }>(
      sql`select count(*)::int as rows, sum(length(middle))::int as characters from item_edits where scenario_id = ${scenario} and item = 'section:description:en'`,
    );
    expect(rows[0]!.rows).toBe(201);
    expect(rows[0]!.characters).toBeLessThan(11 * (long.length + 3_000));
    const options = { most: 20, before: 130 };
    const item = parseItemName('section:description:en')!;
    expect(await readItemEdits(db, scenario, item, options)).toEqual(await historyByWalking(db, scenario, item, options));
  });

  it('follows a restoration, and people who have gone', async () => {
    const scenario = await newScenario(db, people);
    const leaver = await cast.join('Eva', 'CN');
    await cast.grant(scenario, leaver, 'editor');
    const log = new StoredLog(db, scenario, [people[0]!, leaver], seededRandom(7), new Date(Date.now() - 3_600_000));
    await log.grow(60);
    const { number } = await createSnapshot(db, people[0]!, { scenario, name: 'A', requestId: crypto.randomUUID() });
    await log.grow(60);
    await keepHistory(db, scenario);
    await restoreSnapshot(db, people[0]!, { scenario, number, requestId: crypto.randomUUID() });
    await expectSameAsTheLog(scenario, 10);
    await erasePerson(db, 'system', leaver.id);
    await expectSameAsTheLog(scenario, 0);
    await keepHistory(db, scenario);
    await expectSameAsTheLog(scenario, 0);
    const { edits } = await readItemHistory(db, people[0]!, { scenario, item: 'scenario' });
    expect(edits.map(({ by }) => by?.name)).toContain(formerParticipant);
  });

  it('may be lost at any time, and one of another version is left alone or made anew', async () => {
    const scenario = await newScenario(db, people);
    const log = new StoredLog(db, scenario, people, seededRandom(8), new Date(Date.now() - 86_400_000));
    await log.grow(80);
    await keepHistory(db, scenario);
    const before = await db.select().from(itemEdits).where(sql`scenario_id = ${scenario}`).orderBy(itemEdits.item, itemEdits.firstSeq);
    await db.delete(itemHistories).where(sql`scenario_id = ${scenario}`);
    expect(await keptUpTo(db, scenario)).toBe(0);
    expect(await db.$count(itemEdits, sql`scenario_id = ${scenario}`)).toBe(0);
    await keepHistory(db, scenario);
    const again = () => db.select().from(itemEdits).where(sql`scenario_id = ${scenario}`).orderBy(itemEdits.item, itemEdits.firstSeq);
    expect(await again()).toEqual(before);
    await db.execute(sql`update item_edits set middle = 'null', head = 0, tail = 0, behind = 0 where scenario_id = ${scenario}`);
    for (const [version, kept] of [[historyVersion + 1, 0], [historyVersion - 1, await seqOf(scenario)]] as const) {
      await db.execute(sql`update item_histories set version = ${version} where scenario_id = ${scenario}`);
      await expectSameAsTheLog(scenario, 0);
      expect(await keepHistory(db, scenario)).toBe(kept);
    }
    expect(await again()).toEqual(before);
  });

  it('is the same when several write at once, and the log and the readers go on', async () => {
    const scenario = await newScenario(db, people);
    const log = new StoredLog(db, scenario, people, seededRandom(9), new Date(Date.now() + 86_400_000));
    const item = parseItemName('section:description:en')!;
    for (let round = 0; round < 6; round++) {
      await log.grow(50);
      const expected = await historyByWalking(db, scenario, item, { most: 20 });
      const [, , , ...read] = await Promise.all([
        ...[1, 2, 3].map(() => keepHistory(db, scenario)),
        ...Array.from({ length: 5 }, () => readItemEdits(db, scenario, item, { most: 20 })),
      ]);
      for (const one of read) expect(one).toEqual(expected);
    }
    await expectSameAsTheLog(scenario, 5);
  });
});

describe('the process', () => {
  it('keeps the histories of documents at rest, and of long logs that go on', async () => {
    const [resting, growing, fresh] = [await newScenario(db, people), await newScenario(db, people), await newScenario(db, people)];
    await db.execute(sql`delete from item_histories`);
    const at = (days: number) => new Date(Date.now() + days * 86_400_000);
    await new StoredLog(db, resting, people, seededRandom(10), at(-2)).grow(10);
    await new StoredLog(db, growing, people, seededRandom(11), at(1)).grow(260);
    await new StoredLog(db, fresh, people, seededRandom(12), at(1)).grow(20);
    const due = await dueHistories(db);
    expect(due).toEqual(expect.arrayContaining([resting, growing]));
    expect(due).not.toContain(fresh);
    const job = startHistoryJob({ db, log: pino({ level: 'silent' }), every: 3_600_000 });
    await Promise.all([job.round(), job.round()]);
    await job.close();
    expect(await keptUpTo(db, resting)).toBe(await seqOf(resting));
    expect(await keptUpTo(db, growing)).toBeGreaterThan(100);
    expect(await keptUpTo(db, fresh)).toBe(0);
  });

  it('whoever opens the history of a long log that nobody has kept gets all of it, and keeps a part', async () => {
    const scenario = await newScenario(db, people);
    await new StoredLog(db, scenario, people, seededRandom(13), new Date(Date.now() - 20 * 86_400_000)).grow(1_600);
    const item = parseItemName('section:description:en')!;
    const { edits, olderThan } = await readItemHistory(db, people[0]!, { scenario, item: 'section:description:en' });
    const kept = await keptUpTo(db, scenario);
    expect(kept).toBeGreaterThan(500);
    expect(kept).toBeLessThan(await db.$count(documentUpdates, sql`scenario_id = ${scenario}`));
    const expected = await historyByWalking(db, scenario, item, { most: 20 });
    expect({ edits: edits.map(({ seq, content }) => ({ seq, content })), olderThan }).toEqual({ edits: expected.edits.map(({ seq, content }) => ({ seq, content })), olderThan: expected.olderThan });
  });
});
