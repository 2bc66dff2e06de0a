import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as passed } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { itemEdits, itemHistories } from '@/lib/db/schema/item-edits';
import { parseItemName } from '@/lib/domain/items';
import { keepHistory } from '@/lib/log/keep-history';
import { keptUpTo } from '@/lib/log/kept-edits';
import { readItemEdits } from '@/lib/log/read-item-edits';
import { castOf } from '../support/cast';
import { historyByWalking } from '../support/history-by-walking';
import { createTestDatabase, type TestDatabase } from '../support/postgres';
import { newScenario, StoredLog } from '../support/stored-log';
import { bundleProcess } from './support/killable-server';
import { seededRandom } from './support/seeded-random';

const kills = 4;

let database: TestDatabase;
let program: string;

beforeAll(async () => {
  [database, program] = await Promise.all([createTestDatabase(), bundleProcess('history-process')]);
});
afterAll(() => database.drop());

test('whoever keeps histories may be killed at any moment, also two at once: what is kept is true, and the next goes on from there', async () => {
  const { db } = database;
  const cast = await castOf(db);
  const people = [await cast.join('Anna', 'DE'), await cast.join('Li', 'CN')];
  const scenario = await newScenario(db, people);
  const random = seededRandom(20);
  await new StoredLog(db, scenario, people, random, new Date(Date.now() - 30 * 86_400_000)).grow(3_600);
  const item = parseItemName('section:description:en')!;
  const expected = await historyByWalking(db, scenario, item, { most: 20 });
  const { rows: ends } = await db.execute<{ end: string }>(sql`select last_seq as end from documents where scenario_id = ${scenario}`);
  const end = Number(ends[0]!.end);

  const starts = () => {
    const child = spawn(process.execPath, [program, scenario], { env: { ...process.env, DATABASE_URL: database.url }, stdio: ['ignore', 'ignore', 'inherit'] });
    return { child, ended: once(child, 'exit') as Promise<[number | null]> };
  };
  const reached = new Set<number>();
  for (let kill = 0; kill < kills; kill++) {
    const both = kill % 2 ? [starts(), starts()] : [starts()];
    const before = await keptUpTo(db, scenario);
    await expect.poll(() => keptUpTo(db, scenario), { timeout: 30_000, interval: 5 }).toBeGreaterThan(Math.min(before, end - 1));
    await passed(random.below(60));
    for (const { child } of both) child.kill('SIGKILL');
    await Promise.all(both.map(({ ended }) => ended));
    reached.add(await keptUpTo(db, scenario));
    expect(await readItemEdits(db, scenario, item, { most: 20 })).toEqual(expected);
  }
  expect(reached.size, 'killed in the middle').toBeGreaterThan(2);
  const { ended } = starts();
  expect((await ended)[0]).toBe(0);
  expect(await keptUpTo(db, scenario)).toBe(end);

  const all = () => db.select().from(itemEdits).orderBy(itemEdits.item, itemEdits.firstSeq);
  const kept = await all();
  await db.delete(itemHistories);
  await keepHistory(db, scenario);
  expect(kept).toEqual(await all());
});
