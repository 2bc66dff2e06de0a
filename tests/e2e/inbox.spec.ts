import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { expect, prepareContext, test } from '../support/e2e';
import { newcomer, signInAs, speak } from '../support/newcomer';

test('a reply reaches the other side’s inbox at once, in their language, and leads to its thread', async ({ asAnna, newScenario, sql, browser, baseURL }) => {
  const scenario = await newScenario(asAnna, { scenario: { title: { en: 'Shared fleet', zh: '共享车队' } } });
  const zhao = await newcomer(sql, 'Zhao Lei 赵雷', 'CN', { [scenario]: 'commenter' });
  const context = await browser.newContext({ baseURL: baseURL!, viewport: { width: 1280, height: 720 } });
  await prepareContext(context);
  await speak(context, baseURL!, 'zh');
  expect(await signInAs(context, zhao)).toBe(200);
  const page = await context.newPage();
  const badge = page.getByRole('link', { name: /^收件箱/ });

  await page.goto(`/scenarios/${scenario}`);
  await expect(page.getByRole('textbox').first()).toBeVisible();
  await expect(badge).toHaveAttribute('data-unread', '0');
  const begun = await context.request.post(`/api/scenarios/${scenario}/threads`, { data: { item: 'scenario', body: '车队归谁所有？', requestId: randomUUID() } });
  const { thread } = (await begun.json()) as { thread: string };

  await asAnna.goto(`/scenarios/${scenario}?thread=${thread}`);
  const replied = await asAnna.request.post(`/api/scenarios/${scenario}/threads/${thread}/comments`, { data: { body: 'Nobody, it is rented.', requestId: randomUUID() } });
  expect(replied.status()).toBe(200);
  await expect(badge).toHaveAttribute('data-unread', '1'); // without a reload: the socket tells

  await badge.click();
  const entry = page.getByRole('listitem').filter({ hasText: '共享车队' });
  await expect(entry).toContainText('Anna Weber在您参与的讨论中作了回复');
  await expect(entry).toHaveAttribute('data-read', 'false');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
  await entry.getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/scenarios/${scenario}\\?.*thread=${thread}`));
  await expect(page.getByText('Nobody, it is rented.')).toBeVisible();
  await expect(badge).toHaveAttribute('data-unread', '0');
  await page.goto('/inbox');
  await expect(entry).toHaveAttribute('data-read', 'true');
  await context.close();
});

test('entries are read by keyboard, one or all, and that can be taken back; empty and failing states say so', async ({ asAnna, newScenario, sql, browser, baseURL }) => {
  const scenario = await newScenario(asAnna);
  const jutta = await newcomer(sql, 'Jutta Kunze', 'DE', { [scenario]: 'viewer' });
  const context = await browser.newContext({ baseURL: baseURL!, viewport: { width: 390, height: 800 } });
  await prepareContext(context);
  await speak(context, baseURL!, 'de');
  expect(await signInAs(context, jutta)).toBe(200);
  const page = await context.newPage();
  await page.goto('/inbox');
  await expect(page.getByText('Noch nichts eingegangen.')).toBeVisible();

  for (const [minutes, kind] of [[3, 'mentioned'], [2, 'assigned'], [1, 'offered']] as const)
    await sql(
      `insert into inbox_entries (person_id, kind, by_id, scenario_id, subject, at)
       select $1, $2, id, $3, '{"number": 4}', now() - make_interval(mins => $4) from people where email = 'anna@example.org'`,
      [jutta.id, kind, scenario, minutes],
    );
  await page.reload();
  const rows = page.getByRole('list', { name: 'Posteingang' }).getByRole('listitem');
  await expect(rows).toHaveCount(3);
  await expect(rows.first()).toContainText('Anna Weber hat Fassung 4 zur Zeichnung vorgelegt');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  await rows.first().getByRole('link').focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1).getByRole('link')).toBeFocused();
  await page.keyboard.press('End');
  await expect(rows.nth(2).getByRole('link')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(rows.first().getByRole('link')).toBeFocused();

  await rows.first().getByRole('button', { name: 'Als gelesen markieren' }).click();
  await expect(rows.first()).toHaveAttribute('data-read', 'true');
  await page.getByRole('button', { name: 'Ungelesen 2' }).click();
  await expect(rows).toHaveCount(2);
  await page.getByRole('button', { name: 'Alle als gelesen markieren' }).click();
  await expect(page.getByText('Sie haben alles gelesen.')).toBeVisible();
  await expect.poll(() => sql('select 1 from inbox_entries where person_id = $1 and read_at is null', [jutta.id])).toHaveLength(0);
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await expect(rows).toHaveCount(2);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Ungelesen 2' })).toBeVisible();

  await context.route('**/api/inbox/read', (route) => route.abort());
  await rows.nth(1).getByRole('button', { name: 'Als gelesen markieren' }).click();
  await expect(page.getByText('Das ließ sich nicht speichern.').first()).toBeVisible();
  await expect(rows.nth(1)).toHaveAttribute('data-read', 'false');
  await context.close();
});

test('nobody reads or marks another’s inbox', async ({ asAnna, asLi, newScenario, sql, request }) => {
  const scenario = await newScenario(asAnna);
  const [entry] = await sql<{ id: string }>(
    `insert into inbox_entries (person_id, kind, scenario_id) select id, 'mentioned', $1 from people where email = 'anna@example.org' returning id`,
    [scenario],
  );
  const marks = { ids: [entry!.id], read: true };
  expect(await (await asLi.request.post('/api/inbox/read', { data: marks })).json()).toEqual({ ids: [] });
  expect(await (await asLi.request.get('/api/inbox')).text()).not.toContain(entry!.id);
  expect((await request.get('/api/inbox')).status()).toBe(401);
  expect((await request.post('/api/inbox/read', { data: marks })).status()).toBe(401);
  expect((await asAnna.request.post('/api/inbox/read', { data: marks, headers: { origin: 'https://elsewhere.example' } })).status()).toBe(403);
  for (const bad of [{}, { ids: ['x'], read: true }, { ids: [], read: 'yes' }, { until: 'now', read: true }]) expect((await asAnna.request.post('/api/inbox/read', { data: bad })).status()).toBe(400);
  expect((await asAnna.request.get('/api/inbox?before=%27')).status()).toBe(400);
  expect((await asAnna.request.post('/api/inbox/read', { data: marks })).status()).toBe(200);
});
