import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { problemsOf } from '../support/axe';
import { expect, test } from '../support/e2e';
import { wordedScenario } from '../support/worded-scenario';

/** Sends what a page would send. */
async function send<Answer>(page: Page, path: string, data: object = {}): Promise<Answer> {
  const answer = await page.request.post(path, { data: { requestId: randomUUID(), ...data } });
  expect([path, answer.status()]).toEqual([path, 200]);
  return (await answer.json()) as Answer;
}

interface Fixed {
  readonly number: number;
  readonly hash: string;
}

/** A scenario with an agreement, an edit since, another offer, and a meeting that goes on. @returns the paths of its pages */
async function pagesOf(anna: Page, li: Page, id: string): Promise<Readonly<Record<string, string>>> {
  const base = `/api/scenarios/${id}`;
  const offered = async (name: string): Promise<Fixed & { readonly position: number }> => {
    const fixed = await send<Fixed>(anna, `${base}/snapshots`, { name });
    const { position } = await send<{ position: number }>(anna, `${base}/offers`, { number: fixed.number, hash: fixed.hash });
    return { ...fixed, position };
  };
  const { thread } = await send<{ thread: string }>(anna, `${base}/threads`, { item: 'role:maker', body: 'Which one?', kind: 'technical' });
  await send(li, `${base}/threads/${thread}/comments`, { body: '两个都是。' });
  const first = await offered('First');
  const { items } = (await (await anna.request.get(`${base}/snapshots/1/items`)).json()) as { items: { name: string; hash: string }[] };
  const maker = items.find(({ name }) => name === 'role:maker')!;
  await send(li, `${base}/positions`, { stance: 'reservation', note: '先试点。', items: [maker] });
  for (const page of [anna, li]) await send(page, `${base}/offers/${first.position}/signatures`, { hash: first.hash, password: 'demo' });
  await anna.goto(`/scenarios/${id}?part=outline`);
  await anna.locator('[data-row][data-item="role:maker"]').getByRole('textbox').first().fill('Another');
  await expect(anna.locator('[data-trust=saved]')).toBeVisible();
  const second = await offered('Second');
  const { meeting } = await send<{ meeting: string }>(anna, '/api/meetings', { title: 'Reading', local: '2031-05-12T09:00', zone: 'Europe/Berlin', minutes: 60, scenarios: [id], place: 'Room 4' });
  await send(anna, `/api/meetings/${meeting}/points`, { scenario: id, items: ['role:maker'] });
  const { points } = (await (await anna.request.get(`/api/meetings/${meeting}`)).json()) as { points: { id: string }[] };
  for (const kind of ['note', 'decision'] as const) await send(li, `/api/meetings/${meeting}/points/${points[0]!.id}/entries`, { kind, body: '已接受。', assignee: { person: null, name: '' }, dueOn: null });
  await anna.request.post(`/api/meetings/${meeting}/course`, { data: { step: 'begin' } });
  const scenario = `/scenarios/${id}`;
  return {
    meetings: '/meetings',
    plan: `/meetings/${meeting}/plan`,
    meeting: `/meetings/${meeting}`,
    offer: `${scenario}/offers/${second.position}`,
    record: `${scenario}/offers/${first.position}/record`,
    version: `${scenario}/snapshots/1`,
    compare: `${scenario}/compare?from=1&to=now`,
    history: `${scenario}/history?item=role:maker`,
    since: `${scenario}/since`,
    inbox: '/inbox',
    account: '/account',
    admin: '/admin',
  };
}

for (const [theme, locale] of [['light', 'de-DE'], ['dark', 'zh-CN']] as const)
  test(`nothing that axe finds stands in the way to an agreement (${theme}, ${locale})`, async ({ contextAs, asLi, newScenario, browser, baseURL }) => {
    test.slow(); // axe reads every element of a dozen pages
    const cookie = { name: 'theme', value: theme, url: baseURL! };
    const context = await contextAs('anna', { locale });
    await context.addCookies([cookie]);
    const page = await context.newPage();
    const id = await newScenario(page, { scenario: wordedScenario });
    for (const [name, path] of Object.entries(await pagesOf(page, asLi, id))) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      if (name === 'meeting') {
        await page.locator('[data-point] button[aria-expanded]').click();
        await expect(page.locator('[data-point] [data-mark]').first()).toBeVisible();
      }
      expect(await problemsOf(page), name).toEqual([]);
    }
    const nobody = await browser.newContext({ baseURL: baseURL!, locale });
    await nobody.addCookies([cookie]);
    const door = await nobody.newPage();
    await door.goto('/sign-in');
    await expect(door.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await problemsOf(door), 'sign-in').toEqual([]);
    await nobody.close();
  });
