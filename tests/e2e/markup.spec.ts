import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e';
import { newcomer, signInAs } from '../support/newcomer';
import { wordedScenario } from '../support/worded-scenario';

/** Would say so if any of it ran. The words around it tell where it stands. */
const markup = (where: string): string => `${where} <script>window.ran='${where}'</script><img src=x onerror="window.ran='${where}'"><svg onload="window.ran='${where}'"><a href="javascript:window.ran='${where}'">link</a>`;

interface Hurt {
  ran?: string;
}

/** A page as it is once it has come to rest: nothing has run, nothing has become an element, and the texts are there to be read. */
async function isText(page: Page, path: string, shown: readonly string[]): Promise<void> {
  await page.goto(path);
  for (const where of shown) await expect(page.locator('body'), `${where} at ${path}`).toContainText(`${where} <script>window.ran='${where}'</script><img src=x`);
  expect(await page.evaluate(() => document.querySelectorAll('img[src="x"], [onerror], [onload], a[href^="javascript:"]').length)).toBe(0);
  expect(await page.evaluate(() => (window as Hurt).ran)).toBeUndefined();
}

test('markup in whatever people write is text wherever it is read', async ({ asAnna, browser, contextOptions, baseURL, newScenario, sql }) => {
  test.slow();
  const id = await newScenario(asAnna, {
    scenario: {
      ...wordedScenario,
      title: { en: markup('title') },
      roles: [{ ...wordedScenario.roles[0], label: { en: markup('role') } }, ...wordedScenario.roles.slice(1)],
      enterprises: [{ ...wordedScenario.enterprises[0], name: { en: markup('enterprise') } }],
      sections: { ...wordedScenario.sections, description: { en: [{ type: 'paragraph', content: [{ type: 'text', text: markup('wording') }] }] } },
    },
  });
  const mallory = await newcomer(sql, markup('name'), 'DE', { [id]: 'facilitator' });
  await sql('update people set is_speaker = true where id = $1', [mallory.id]);
  const context = await browser.newContext({ ...contextOptions, baseURL: baseURL! });
  expect(await signInAs(context, mallory)).toBe(200);
  const base = `/api/scenarios/${id}`;
  const send = async <T = unknown>(path: string, data: object): Promise<T> => {
    const answer = await context.request.post(path, { data: { ...data, requestId: randomUUID() } });
    expect([path, answer.status()]).toEqual([path, 200]);
    return (await answer.json()) as T;
  };
  const { thread } = await send<{ thread: string }>(`${base}/threads`, { item: 'role:maker', body: markup('comment'), proposal: { part: 'label:en', before: markup('role'), after: markup('proposal').slice(0, 400) } });
  await send(`${base}/threads/${thread}/comments`, { body: markup('reply') });
  const { number, hash } = await send<{ number: number; hash: string }>(`${base}/snapshots`, { name: markup('version').slice(0, 200) });
  const { position: offer } = await send<{ position: number }>(`${base}/offers`, { number, hash });
  await send(`${base}/offers/${offer}/refusals`, { hash, reason: markup('reason') });
  const { meeting } = await send<{ meeting: string }>('/api/meetings', { title: markup('meeting').slice(0, 300), local: '2031-05-12T09:00', zone: 'Europe/Berlin', minutes: 60, place: markup('place').slice(0, 300), scenarios: [id] });
  await send(`/api/meetings/${meeting}/points`, { scenario: null, title: markup('point').slice(0, 300) });
  const { points } = (await (await context.request.get(`/api/meetings/${meeting}`)).json()) as { points: { id: string }[] };
  await send(`/api/meetings/${meeting}/points/${points[0]!.id}/entries`, { kind: 'note', body: markup('minutes') });

  await isText(asAnna, `/scenarios/${id}?part=outline&panel=comments`, ['title', 'comment', 'reply', 'name']);
  await isText(asAnna, `/scenarios/${id}?part=assessment`, ['enterprise']);
  await isText(asAnna, `/scenarios/${id}?part=wording`, ['wording']);
  await isText(asAnna, '/scenarios', ['title']);
  await isText(asAnna, `/scenarios/${id}/history?item=role:maker`, ['role']);
  await isText(asAnna, `/scenarios/${id}/compare?from=${number}&to=now`, ['title']);
  await isText(asAnna, `/scenarios/${id}/snapshots/${number}`, ['title', 'wording']);
  await isText(asAnna, `/scenarios/${id}/offers/${offer}`, ['title']);
  await isText(asAnna, `/scenarios/${id}/offers/${offer}/record`, ['reason', 'name']);
  await isText(asAnna, '/inbox', ['name']);
  await isText(asAnna, `/meetings/${meeting}`, ['meeting', 'place', 'point', 'minutes']);
  await isText(asAnna, `/meetings/${meeting}/plan`, []);
  await isText(asAnna, '/admin', ['name']);
  await context.close();
});
