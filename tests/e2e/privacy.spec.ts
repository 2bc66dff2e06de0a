import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, prepareContext, test } from '../support/e2e';
import { newcomer, signInAs, speak } from '../support/newcomer';

test('somebody takes their data along and erases their account; the other side sees a neutral name, in its language', async ({ asLi, newScenario, sql, browser, baseURL }) => {
  const scenario = await newScenario(asLi);
  const jutta = await newcomer(sql, 'Jutta Vergänglich', 'DE', { [scenario]: 'editor' });
  await sql('update people set is_demo = false where id = $1', [jutta.id]);
  const context = await browser.newContext({ baseURL: baseURL!, acceptDownloads: true });
  await prepareContext(context);
  await speak(context, baseURL!, 'de');
  expect(await signInAs(context, jutta)).toBe(200);
  const page = await context.newPage();
  await context.request.post(`/api/scenarios/${scenario}/threads`, { data: { item: 'scenario', body: 'Wer zahlt das?', requestId: randomUUID() } });

  await speak(asLi.context(), baseURL!, 'zh');
  await asLi.goto(`/scenarios/${scenario}?panel=comments`);
  await expect(asLi.getByText('Jutta Vergänglich').first()).toBeVisible();

  await page.goto('/account');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Eigene Daten herunterladen' }).click()]);
  const data = JSON.parse(await readFile(await download.path(), 'utf8')) as { profile: { email: string }; rows: Record<string, { body: string }[]> };
  expect(data.profile.email).toBe(jutta.email);
  expect(data.rows.comments!.map(({ body }) => body)).toEqual(['Wer zahlt das?']);

  await page.getByRole('button', { name: 'Konto löschen …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Eigenes Konto löschen' });
  await expect(dialog).toContainText('Das lässt sich nicht rückgängig machen.');
  await dialog.getByLabel('Ihr Passwort').fill('falsch');
  await dialog.getByRole('button', { name: 'Endgültig löschen' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('Das bisherige Passwort stimmt nicht.');
  await dialog.getByLabel('Ihr Passwort').fill(jutta.password);
  await dialog.getByRole('button', { name: 'Endgültig löschen' }).click();
  await expect(page).toHaveURL(/sign-in/);
  expect(await signInAs(context, jutta)).toBe(401);

  await expect(asLi.getByText('前参与者').first()).toBeVisible(); // without a reload
  await expect(asLi.getByText('Jutta Vergänglich')).toHaveCount(0);
  await asLi.reload();
  await expect(asLi.getByText('Wer zahlt das?')).toBeVisible();
  await expect(asLi.getByText('前参与者').first()).toBeVisible();
  expect(await sql('select 1 from people where email = $1', [jutta.email])).toEqual([]);
  await context.close();
});

test('an administrator erases an account after reading what follows; its open pages close', async ({ asAnna, newScenario, sql, browser, baseURL }) => {
  const scenario = await newScenario(asAnna);
  const name = `Erna ${Date.now()}`;
  const erna = await newcomer(sql, name, 'DE', { [scenario]: 'editor' });
  await sql('update people set is_demo = false where id = $1', [erna.id]);
  const context = await browser.newContext({ baseURL: baseURL! });
  await prepareContext(context);
  expect(await signInAs(context, erna)).toBe(200);

  await asAnna.goto('/admin');
  await asAnna.getByRole('button', { name: `More for ${name}` }).click();
  await asAnna.getByRole('menuitem', { name: 'Erase account…' }).click();
  const dialog = asAnna.getByRole('dialog', { name: `Erase the account of ${name}` });
  await expect(dialog).toContainText('This cannot be undone.');
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect(asAnna.getByRole('rowheader', { name })).toHaveCount(0);
  expect((await context.request.get('/api/inbox')).status()).toBe(401);
  expect((await context.request.post('/api/account/export')).status()).toBe(401);
  expect((await asAnna.request.post('/api/account/export', { headers: { origin: 'https://elsewhere.example' } })).status()).toBe(403);
  await context.close();
});
