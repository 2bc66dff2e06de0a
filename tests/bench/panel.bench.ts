import { randomUUID } from 'node:crypto';
import { expect, test } from '../support/e2e';

const count = 500;

test('a panel with 500 threads scrolls from end to end', async ({ asAnna, newScenario, sql }) => {
  const id = await newScenario(asAnna);
  const sections = ['description', 'value-proposition', 'revenue-mechanism', 'business-model-innovation'];
  const people = (await sql<{ id: string }>("select id from people where email in ('anna@example.org', 'li@example.org', 'ben@example.org')")).map((row) => row.id);
  for (let number = 0; number < count; number++) {
    const thread = randomUUID();
    await sql('insert into threads (id, scenario_id, item, created_by) values ($1, $2, $3, $4)', [thread, id, `section:${sections[number % 4]}:en`, people[0]]);
    for (let reply = 0; reply <= number % 4; reply++) {
      const body = `Thread ${number}, comment ${reply}: ${'what is said is of some length, 中文也有。 '.repeat(1 + ((number + reply) % 5))}`;
      await sql('insert into comments (thread_id, author_id, body, request_id) values ($1, $2, $3, $4)', [thread, people[(number + reply) % 3], body, randomUUID()]);
    }
  }
  await asAnna.goto(`/scenarios/${id}?part=wording&panel=comments`);
  await expect(asAnna.getByRole('article')).toHaveCount(count);
  await asAnna.waitForLoadState('networkidle');

  const result = await asAnna.evaluate(async () => {
    const panel = document.querySelector('article')!.closest<HTMLElement>('[role="tabpanel"]')!;
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let idle = 0; idle < 60; idle++) await frame();
    const frames: number[] = [];
    let before = await frame();
    // A hard pull at the wheel: half a screen with every frame, to the end and back.
    for (const step of [1, -1]) {
      for (let at = panel.scrollTop; step > 0 ? at < panel.scrollHeight - panel.clientHeight : at > 0; at = panel.scrollTop) {
        panel.scrollTop = at + (step * panel.clientHeight) / 2;
        const now = await frame();
        frames.push(now - before);
        before = now;
        if (panel.scrollTop === at) break;
      }
    }
    return frames.sort((a, b) => a - b);
  });
  const at = (share: number): string => result[Math.min(Math.floor(result.length * share), result.length - 1)]!.toFixed(1);
  process.stdout.write(`\npanel with ${count} threads, ${result.length} frames of scrolling (ms): median ${at(0.5)}, 95 % ${at(0.95)}, longest ${at(1)}; over 50 ms: ${result.filter((frame) => frame > 50).length}\n`);
  expect(result.length).toBeGreaterThan(100);
});
