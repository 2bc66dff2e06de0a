import { loadavg } from 'node:os';
import * as Y from 'yjs';
import { diffScenario } from '@/lib/diff/diff-scenario';
import { listChanges } from '@/lib/diff/list-changes';
import type { RichText } from '@/lib/domain/rich-text';
import type { Scenario } from '@/lib/domain/scenario';
import { locks } from '@/server/under-lock';
import { expect, test } from '../support/e2e';
import { largeScenario } from '../support/large-scenario';

const report = (what: string, times: readonly number[]): void => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): string => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(0);
  console.log(`${what}: median ${at(0.5)} ms, slowest ${at(1)} ms of ${times.length} (load ${loadavg()[0]!.toFixed(1)})`);
};

/** Words that differ from each other, so that a comparison has something to do. */
const words = (count: number, seed: number): string => Array.from({ length: count }, (_, index) => `${['value', 'network', 'supplier', 'machine', 'service'][(index * 7 + seed) % 5]}${(index * 31 + seed) % 400}`).join(' ');
const paragraphs = (count: number, seed: number): RichText =>
  Array.from({ length: 10 }, (_, index) => ({ type: 'paragraph', content: [{ type: 'text', text: words(count / 10, seed + index) }] }));

/** 60 roles, 120 relations, 3,000 words over the twelve texts. */
const base = (): Scenario => {
  const scenario = largeScenario({ roles: 60, relations: 120 });
  const text = (seed: number) => ({ en: paragraphs(250, seed), de: paragraphs(250, seed + 1), zh: paragraphs(250, seed + 2) });
  return { ...scenario, sections: { 'description': text(1), 'value-proposition': text(4), 'revenue-mechanism': text(7), 'business-model-innovation': text(10) } };
};

/** Every tenth word is another, every fifth role moved, relabelled or gone, every cell judged anew. */
function edited(scenario: Scenario): Scenario {
  let count = 0;
  const reworded = (text: RichText): RichText =>
    text.map((block) => (block.type === 'paragraph' ? { ...block, content: block.content.map((run) => (run.type === 'text' ? { ...run, text: run.text.replace(/\S+/g, (word) => (++count % 10 ? word : `${word}ish`)) } : run)) } : block));
  const each = <T extends object>(record: T, change: (value: T[keyof T]) => T[keyof T]): T => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value as T[keyof T])])) as T;
  return {
    ...scenario,
    roles: scenario.roles.filter((_, index) => index % 20).map((role, index) => (index % 5 ? role : { ...role, label: { ...role.label, en: `${role.label.en} renamed` } })),
    relations: scenario.relations.map((relation, index) => (index % 7 ? relation : { ...relation, target: relation.source, source: relation.target })),
    assessment: each(scenario.assessment, (cells) => each(cells, (cell) => ({ ...cell, change: 'none', rationale: `${cell.rationale} of the data` }))),
    sections: each(scenario.sections, (texts) => each(texts, reworded)),
  };
}

test('comparing two versions of 60 roles and 3,000 words', () => {
  const before = base();
  for (const [what, after] of [
    ['every tenth word changed', edited(before)],
    ['one section wholly other, too', { ...before, sections: edited({ ...before, sections: { ...base().sections, description: { en: paragraphs(250, 99), de: paragraphs(250, 98), zh: paragraphs(250, 97) } } }).sections }],
    ['nothing changed', structuredClone(before)],
  ] as const) {
    const times: number[] = [];
    for (let round = 0; round < 20; round++) {
      const began = performance.now();
      listChanges(diffScenario(before, after));
      times.push(performance.now() - began);
    }
    report(`compare, ${what}`, times);
  }
});

test('comparing two wordings of 3,000 words in one paragraph', () => {
  const scenario = base();
  const one = (text: string): Scenario => ({ ...scenario, sections: { ...scenario.sections, description: { en: [{ type: 'paragraph', content: [{ type: 'text', text }] }], de: [], zh: [] } } });
  const chinese = '设备制造商向其客户提供增值服务并基于运行数据优化维护。';
  for (const [what, a, b] of [
    ['nothing in common', words(3_000, 1), words(3_000, 2).replaceAll('e', 'o')],
    ['few words, all in another order', Array.from({ length: 3_000 }, (_, index) => `w${(index * 7919) % 200}`).join(' '), Array.from({ length: 3_000 }, (_, index) => `w${(index * 104_729 + 13) % 199}`).join(' ')],
    ['Chinese, a word in each sentence', chinese.repeat(230), chinese.repeat(230).replaceAll('增值', '数据')],
  ] as const) {
    const times = [1, 2, 3, 4, 5].map(() => {
      const began = performance.now();
      diffScenario(one(a), one(b));
      return performance.now() - began;
    });
    report(`compare, ${what}`, times);
  }
});

/** Two people who type at the same time, in stretches of some letters, now here, now there. */
class Typists {
  private readonly docs = [new Y.Doc(), new Y.Doc()];
  private count = 0;

  constructor(
    state: Uint8Array,
    private readonly people: readonly string[],
  ) {
    for (const doc of this.docs) Y.applyUpdate(doc, state);
  }

  readonly clients = (): number[] => this.docs.map(({ clientID }) => clientID);

  type(updates: number): { person: string; client: number; update: string }[] {
    const sections = ['section:description:en', 'section:value-proposition:en', 'section:revenue-mechanism:de', 'section:description:zh'];
    return Array.from({ length: updates }, () => {
      const index = this.count++;
      const who = Math.floor(index / 3) % 2;
      const doc = this.docs[who]!;
      const before = Y.encodeStateVector(doc);
      const fragment = doc.getXmlFragment(sections[Math.floor(index / 500) % sections.length]!);
      let paragraph = fragment.get(fragment.length - 1) as Y.XmlElement | undefined;
      if (!paragraph || index % 200 === 0) fragment.insert(fragment.length, [(paragraph = new Y.XmlElement('paragraph'))]);
      let text = paragraph.get(0) as Y.XmlText | undefined;
      if (!text) paragraph.insert(0, [(text = new Y.XmlText())]);
      text.insert(text.length, index % 6 ? 'ab' : ' ');
      const update = Y.encodeStateAsUpdate(doc, before);
      Y.applyUpdate(this.docs[1 - who]!, update);
      return { person: this.people[who]!, client: doc.clientID, update: Buffer.from(update).toString('hex') };
    });
  }
}

test('the history of an item of a scenario with 20,000 updates', async ({ asAnna, sql, newScenario }) => {
  const id = await newScenario(asAnna);
  const [row] = await sql<{ state: Buffer }>('select state from document_checkpoints where scenario_id = $1 order by seq desc limit 1', [id]);
  const people = (await sql<{ id: string }>("select id from people where email in ('anna@example.org', 'li@example.org') order by email")).map((person) => person.id);
  const typists = new Typists(row!.state, people);
  for (const [index, person] of people.entries()) await sql('insert into document_clients (scenario_id, client_id, person_id) values ($1, $2, $3)', [id, typists.clients()[index], person]);
  /** @param ago how long ago the first of them was */
  const append = async (updates: number, ago: string): Promise<void> => {
    await sql(
      `with log as (update documents set last_seq = last_seq + $3 where scenario_id = $1 returning last_seq - $3 as before)
       insert into document_updates (scenario_id, seq, person_id, client_ids, at, update)
       select $1, log.before + u.ord, (u.value->>'person')::uuid, array[(u.value->>'client')::bigint], now() - $4::interval + u.ord * interval '0.5 seconds', decode(u.value->>'update', 'hex')
       from log, jsonb_array_elements($2::jsonb) with ordinality as u(value, ord)`,
      [id, JSON.stringify(typists.type(updates)), updates, ago],
    );
  };
  const open = async (what: string, rounds: number): Promise<void> => {
    for (const item of ['section:description:en', 'section:description:zh', 'scenario']) {
      const times: number[] = [];
      const answers: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const began = performance.now();
        await asAnna.goto(`/scenarios/${id}/history?item=${item}`);
        await expect(asAnna.getByRole('listitem').first()).toBeVisible();
        times.push(performance.now() - began);
        const asked = performance.now();
        await asAnna.request.get(`/scenarios/${id}/history?item=${item}`);
        answers.push(performance.now() - asked);
      }
      report(`history of ${item}, 20,000 updates, ${what}, until it can be read`, times);
      report('of that, until the server has answered', answers);
    }
  };
  const kept = async (): Promise<number> => Number((await sql<{ seq: string }>('select seq from item_histories where scenario_id = $1', [id]))[0]?.seq ?? 0);

  await sql('select pg_advisory_lock($1)', [locks.histories]); // the process keeps nothing for now
  await append(20_000, '3 hours');
  await open('nothing kept', 1);
  await sql('delete from item_histories where scenario_id = $1', [id]);

  await sql('select pg_advisory_unlock($1)', [locks.histories]);
  await expect.poll(kept, { timeout: 30_000, intervals: [20] }).toBeGreaterThan(0);
  const began = performance.now();
  const others: number[] = [];
  while ((await kept()) < 20_001) {
    const asked = performance.now();
    await asAnna.request.get('/api/health');
    others.push(performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  console.log(`keeping 20,000 updates in the background: ${((performance.now() - began) / 1000).toFixed(1)} s after the first slice`);
  report('another request meanwhile', others);
  const quiet: number[] = [];
  for (let round = 0; round < 50; round++) {
    const asked = performance.now();
    await asAnna.request.get('/api/health');
    quiet.push(performance.now() - asked);
  }
  report('another request at rest', quiet);
  const [size] = await sql<{ rows: string; bytes: string; log: string }>(
    `select count(*) as rows, pg_size_pretty(sum(pg_column_size(e.*))) as bytes, (select pg_size_pretty(sum(pg_column_size(u.*))) from document_updates u where scenario_id = $1) as log from item_edits e where scenario_id = $1`,
    [id],
  );
  console.log(`what is kept: ${size!.rows} rows, ${size!.bytes}, of a log of ${size!.log}`);
  await open('all kept', 5);

  await sql('select pg_advisory_lock($1)', [locks.histories]);
  await append(500, '5 minutes');
  await open('the last 500 not kept yet', 5);
  await sql('select pg_advisory_unlock($1)', [locks.histories]);
});
