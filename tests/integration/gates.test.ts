import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccordProcess, removeFolder, startAccord } from '../support/accord-process';
import { ensureBuilt } from '../support/ensure-built';
import { fingerprintOf } from '../support/fingerprint';
import { nameOf, type Gate } from '../support/gates/gate';
import { everybody, type Person } from '../support/gates/people';
import { Stage } from '../support/gates/stage';
import { gates } from '../support/gates/table';
import { ask, inParallel, nothing, parametersOf, partOf } from '../support/gates/walk';
import { peopleIn, type World } from '../support/gates/world';

/* Every verb by every right, through HTTP. The same table of people stands behind the check of the policies (lib/policies/can.test.ts). */

const root = join(import.meta.dirname, '..', '..');
/** Gates that are not ours to keep. */
const others: readonly string[] = ['GET /api/auth/[...nextauth]', 'POST /api/auth/[...nextauth]'];

describe('the table', () => {
  const files = async (name: RegExp): Promise<[file: string, text: string][]> => {
    const all = (await readdir(join(root, 'app'), { recursive: true })).map((file) => `app/${file}`).filter((file) => name.test(file));
    return Promise.all(all.map(async (file): Promise<[string, string]> => [file, await readFile(join(root, file), 'utf8')]));
  };
  const folder = (file: string): string => file.replace(/^app/, '').replace(/\/(?:route\.ts|page\.tsx)$/, '') || '/';
  const named = (belongs: (gate: Gate) => boolean, name: (gate: Gate) => string): string[] => [...new Set(gates.filter(belongs).map(name))].sort();

  it('names every method of every route', async () => {
    const there = (await files(/\/route\.ts$/)).flatMap(([file, text]) => [...text.matchAll(/^export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/gm)].map(([, method]) => `${method} ${folder(file)}`));
    expect(there.length).toBeGreaterThan(50);
    expect([...named(({ path, action }) => path.startsWith('/api/') && !action, ({ method, path }) => `${method} ${path}`), ...others].sort()).toEqual(there.sort());
  });

  it('names every page', async () => {
    expect(named(({ path, action }) => !path.startsWith('/api/') && !action, ({ path }) => path)).toEqual((await files(/\/page\.tsx$/)).map(([file]) => folder(file)).sort());
  });

  it('names every server action', async () => {
    const there = (await files(/\.tsx?$/)).filter(([, text]) => /^\s*['"]use server['"];?$/m.test(text)).flatMap(([file, text]) => [...text.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map(([, name]) => `${file} ${name}`));
    expect(there.length).toBeGreaterThan(10);
    expect(named(({ action }) => action !== undefined, ({ action }) => action!.join(' '))).toEqual(there.sort());
  });

  it('has no two rows of one name', () => {
    expect(new Set(gates.map(nameOf)).size).toBe(gates.length);
  });
});

describe('through HTTP', () => {
  let accord: AccordProcess;
  let world: World;
  /** Where all look who only look, and where those knock who are not let in. */
  let common: Stage;

  beforeAll(async () => {
    await ensureBuilt();
    accord = await startAccord();
    world = await peopleIn(accord);
    common = new Stage(world);
    const parts = new Set(gates.flatMap((gate) => parametersOf(gate).flatMap((parameter) => partOf(gate, parameter) ?? [])));
    for (const part of parts) await common.of(part);
    for (const speaker of ['speaker', 'counterpart'] as const) await Promise.all([common.said(speaker), common.judged(speaker)]);
  }, 300_000);
  afterAll(async () => {
    await world?.close();
    await accord?.stop();
    if (accord) await removeFolder(accord.dataDir);
  });

  const cells = (chosen: (gate: Gate, person: Person) => boolean): [Gate, Person][] => gates.flatMap((gate) => everybody.filter((person) => chosen(gate, person)).map((person): [Gate, Person] => [gate, person]));
  const isRefused = (gate: Gate, person: Person): boolean => gate.answers[person] !== 'ok' && gate.answers[person] !== 'led-on';
  const writes = gates.filter(({ method }) => method !== 'GET');
  /** The tables that change by mere looking, or by trying a password. */
  const restless = ['sign_in_failures', 'visits'];
  const storingNothing = async (run: () => Promise<void>): Promise<void> => {
    const print = async () => Object.fromEntries(Object.entries(await fingerprintOf(world.db)).filter(([table]) => !restless.includes(table)));
    const before = await print();
    await run();
    expect(await print()).toEqual(before);
  };

  it('whoever may not hears so, and nothing is stored', { timeout: 120_000 }, async () => {
    await storingNothing(async () => {
      const wrong = await inParallel(cells(isRefused), async ([gate, person]) => {
        const { heard } = await ask(gate, { stage: common, person });
        return heard === gate.answers[person] ? [] : [{ gate: nameOf(gate), person, heard, expected: gate.answers[person] }];
      });
      expect(wrong.flat()).toEqual([]);
    });
  });

  it('nobody learns from an answer whether there is what they may not know of', { timeout: 120_000 }, async () => {
    const unknown = cells((gate, person) => gate.answers[person] === 'not-found' && !gate.action && parametersOf(gate).some((parameter) => partOf(gate, parameter)));
    expect(unknown.length).toBeGreaterThan(150);
    const told = await inParallel(unknown, async ([gate, person]) => {
      const hidden = gate.parts && person !== 'stranger' && person !== 'administrator' ? 'thread' : 'id';
      const [real, none] = [await ask(gate, { stage: common, person }), await ask(gate, { stage: common, person, instead: { [hidden]: nothing(hidden) } })];
      const isApi = gate.path.startsWith('/api/'); // a page names its own address
      return real.status === none.status && (!isApi || real.text === none.text) ? [] : [{ gate: nameOf(gate), person, real: real.text.slice(0, 200), none: none.text.slice(0, 200) }];
    });
    expect(told.flat()).toEqual([]);
  });

  it('under the address of another scenario or meeting there is nothing, whatever right one has in both', { timeout: 120_000 }, async () => {
    const other = new Stage(world);
    const nested = gates.flatMap((gate) => parametersOf(gate).slice(1).filter((parameter) => parameter !== 'language' && parameter !== 'section' && parameter !== 'number').map((parameter) => ({ gate, parameter })));
    for (const { gate, parameter } of nested) await other.of(partOf(gate, parameter)!);
    await other.of('internalPair');
    await storingNothing(async () => {
      const wrong = await inParallel(nested, async ({ gate, parameter }) => {
        const person = (['editor', 'facilitator', 'speaker', 'viewer'] as const).find((candidate) => gate.answers[candidate] === 'ok')!;
        const { heard } = await ask(gate, { stage: common, person, instead: { [parameter]: await other.of(partOf(gate, parameter)!) } });
        return heard === 'not-found' ? [] : [{ gate: nameOf(gate), parameter, person, heard }];
      });
      expect(wrong.flat()).toEqual([]);
    });
  });

  it.each(['https://elsewhere.example.org', 'null', 'not an origin'])('a write that comes from %s is refused, whoever’s cookie it brings', async (origin) => {
    await storingNothing(async () => {
      const wrong = await inParallel(writes, async (gate) => {
        const person = everybody.findLast((candidate) => gate.answers[candidate] === 'ok') ?? 'editor';
        const { heard, status } = await ask(gate, { stage: common, person, headers: { origin } });
        return heard === 'foreign-origin' && status === 403 ? [] : [{ gate: nameOf(gate), heard, status }];
      });
      expect(wrong.flat()).toEqual([]);
    });
  });

  it('whoever may is let in', { timeout: 180_000 }, async () => {
    const open = cells((gate, person) => !isRefused(gate, person));
    const enter = async ([gate, person]: [Gate, Person]) => {
      const stage = gate.method === 'GET' || gate.last ? common : new Stage(world);
      if (gate.method !== 'GET') for (const parameter of parametersOf(gate)) await stage.of(partOf(gate, parameter) ?? 'scenario');
      const { heard } = await ask(gate, { stage, person });
      return heard === gate.answers[person] ? [] : [{ gate: nameOf(gate), person, heard, expected: gate.answers[person] }];
    };
    const wrong = await inParallel(open.filter(([gate]) => !gate.last), enter);
    expect([...wrong, ...(await inParallel(open.filter(([gate]) => gate.last), enter))].flat()).toEqual([]);
  });
});
