import type { BrowserContext, Page } from '@playwright/test';
import { Client } from 'pg';
import { databaseUrlOf } from '../support/accord-process';
import { expect, test } from '../support/e2e';

const trust = (page: Page) => page.locator('[data-trust]');
const title = (page: Page) => page.getByRole('textbox', { name: 'Title in English' });
const open = async (page: Page, id: string) => {
  await page.goto(`/scenarios/${id}`);
  await expect(trust(page)).toHaveAttribute('data-trust', 'saved');
};

async function offline(context: BrowserContext, page: Page): Promise<void> {
  await context.setOffline(true);
  await expect(trust(page)).toHaveAttribute('data-trust', 'offline');
}

test('says saved only after the commit: saving while the database holds it up', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna);
  await open(asAnna, id);
  await open(asLi, id);
  const client = new Client({ connectionString: await databaseUrlOf(process.env.ACCORD_E2E_DATA_DIR!) });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select 1 from documents where scenario_id = $1 for update', [id]);
    await title(asAnna).fill('Held up');
    await expect(trust(asAnna)).toHaveAttribute('data-trust', 'saving');
    await asAnna.waitForTimeout(5_000); // long enough for a "saved" that would be a lie
    await expect(trust(asAnna)).toHaveAttribute('data-trust', 'saving');
    await expect(title(asLi)).not.toHaveValue('Held up');
    await client.query('commit');
  } finally {
    await client.end();
  }
  await expect(trust(asAnna)).toHaveAttribute('data-trust', 'saved');
  await expect(title(asLi)).toHaveValue('Held up');
  await asLi.reload();
  await expect(title(asLi)).toHaveValue('Held up');
});

test('what is done in a minute offline is kept on the device, survives a closed tab, and is merged on return', async ({ contextAs, asLi, asAnna, newScenario }) => {
  test.setTimeout(180_000);
  const id = await newScenario(asAnna, { scenario: { title: { en: 'Start' } } });
  const context = await contextAs('ben');
  const page = await context.newPage();
  await open(page, id);
  await open(asLi, id);
  await offline(context, page);
  await title(page).press('End');
  await title(page).pressSequentially(' by Ben');
  await expect(trust(page)).toHaveText('Offline (kept on this device)');
  await expect(trust(page)).toHaveAttribute('data-kept', 'true');
  await title(asLi).press('Home');
  await title(asLi).pressSequentially('Li: ');
  await expect(trust(asLi)).toHaveAttribute('data-trust', 'saved');
  await page.waitForTimeout(60_000); // longer than presences, keep-alives and attempts to reconnect wait
  await expect(title(page)).toHaveValue('Start by Ben');
  await expect(trust(page)).toHaveAttribute('data-kept', 'true');

  await page.close({ runBeforeUnload: false });
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(`/scenarios/${id}`);
  await expect(title(again)).toHaveValue('Li: Start by Ben');
  await expect(trust(again)).toHaveAttribute('data-trust', 'saved');
  await expect(title(asLi)).toHaveValue('Li: Start by Ben');
});

test('edits made offline by somebody who meanwhile became a viewer are kept, exportable, discardable, and never stored', async ({ contextAs, asAnna, newScenario, sql }) => {
  const id = await newScenario(asAnna, { scenario: { title: { en: 'Agreed title' } } });
  const context = await contextAs('ben');
  const page = await context.newPage();
  let sockets = 0;
  page.on('websocket', (socket) => (sockets += Number(socket.url().includes('/sync/'))));
  await open(page, id);
  await open(asAnna, id);
  await offline(context, page);
  await title(page).fill('A title that nobody wanted');
  await expect(trust(page)).toHaveAttribute('data-kept', 'true');
  await sql(`update scenario_rights set "right" = 'viewer' where scenario_id = $1 and person_id = (select id from people where email = 'ben@example.org')`, [id]);
  await context.setOffline(false);

  const notice = page.getByRole('alert', { name: 'Your changes are not accepted' });
  await expect(notice).toContainText('no longer edit');
  await expect(trust(page)).toHaveAttribute('data-trust', 'refused');
  const before = sockets;
  await page.waitForTimeout(4_000); // longer than any wait between two attempts at the start
  expect(sockets).toBe(before);
  await expect(title(asAnna)).toHaveValue('Agreed title');

  const [file] = await Promise.all([page.waitForEvent('download'), notice.getByRole('button', { name: 'Save as a scenario file' }).click()]);
  const exported = JSON.parse(await (await import('node:fs/promises')).readFile(await file.path(), 'utf8')) as { scenario: { title: { en: string } } };
  expect(exported.scenario.title.en).toBe('A title that nobody wanted');

  // A reload keeps them, and does not even ask the server again.
  await page.reload();
  await expect(notice).toBeVisible();
  await expect(title(page)).toHaveValue('A title that nobody wanted');

  await notice.getByRole('button', { name: 'Discard the changes' }).click();
  await notice.getByRole('button', { name: 'Discard for good' }).click();
  await expect(trust(page)).toHaveAttribute('data-trust', 'saved');
  await expect(title(page)).toHaveValue('Agreed title');
  await asAnna.reload();
  await expect(title(asAnna)).toHaveValue('Agreed title');
});

test('a line that is cut before the canvas was loaded takes nothing away; the canvas comes with the line', async ({ contextAs, asAnna, newScenario }) => {
  const id = await newScenario(asAnna);
  const context = await contextAs('ben');
  const page = await context.newPage();
  await (await context.newCDPSession(page)).send('Network.clearBrowserCache'); // nor has an earlier visit brought the canvas's code
  await page.goto(`/scenarios/${id}?part=figure`);
  await expect(trust(page)).toHaveAttribute('data-trust', 'saved');
  await offline(context, page);
  await page.getByRole('radio', { name: 'Canvas' }).click();
  await page.waitForTimeout(2_000); // more than the idle time after which the canvas is asked for
  await expect(page.locator('figure svg')).toBeVisible();
  await title(page).fill('Written all the same');
  await expect(trust(page)).toHaveAttribute('data-kept', 'true');
  await context.setOffline(false);
  await expect(page.locator('.tl-container')).toBeVisible();
  await expect(trust(page)).toHaveAttribute('data-trust', 'saved');
  await asAnna.goto(`/scenarios/${id}`);
  await expect(title(asAnna)).toHaveValue('Written all the same');
});

test('a tab with unsaved work asks before it closes; one without does not', async ({ contextAs, asAnna, newScenario }) => {
  const id = await newScenario(asAnna);
  const context = await contextAs('ben');
  const page = await context.newPage();
  await open(page, id);
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  await title(page).fill('Saved before');
  await expect(trust(page)).toHaveAttribute('data-trust', 'saved');
  await offline(context, page);
  await title(page).fill('Not saved');
  await expect(trust(page)).toHaveAttribute('data-kept', 'true');
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toEqual(['beforeunload']);
  await context.setOffline(false);
  await expect(trust(page)).toHaveAttribute('data-trust', 'saved');
  await Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: true })]);
  expect(asked).toEqual(['beforeunload']);
});

test('signing out asks about unsent work and leaves nothing of it on the device', async ({ contextAs, asAnna, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: { title: { en: 'Public' } } });
  const context = await contextAs('ben');
  const page = await context.newPage();
  // The line of the document stays cut, but signing out needs the server.
  let cut = false;
  await page.routeWebSocket(/\/sync\//, (socket) => (cut ? void socket.close({ code: 1013 }) : void socket.connectToServer()));
  await open(page, id);
  await offline(context, page);
  cut = true;
  await title(page).fill('Private thoughts');
  await expect(trust(page)).toHaveAttribute('data-kept', 'true');
  const copies = () => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).filter((name) => name?.startsWith('accord:')));
  expect(await copies()).toHaveLength(1);
  await context.setOffline(false);
  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button').last().click();
  await page.waitForURL(/sign-in/);
  expect(await copies()).toEqual([]);
});

test('edits made offline before the document came from a backup are offered on opening, to save or to discard, and never merged', async ({ contextAs, asAnna, newScenario, sql, baseURL }) => {
  const id = await newScenario(asAnna, { scenario: { title: { en: 'From the backup' } } });
  const context = await contextAs('ben');
  const page = await context.newPage();
  await open(page, id);
  await offline(context, page);
  await title(page).fill('Written on the train');
  await expect(trust(page)).toHaveAttribute('data-kept', 'true');
  await page.close({ runBeforeUnload: false });
  // What a restored backup does: rooms are opened afresh, under the next epoch.
  await sql('update documents set epoch = epoch + 1 where scenario_id = $1', [id]);
  await context.setOffline(false);

  const again = await context.newPage();
  const names = { en: 'Earlier changes of yours are kept on this device', de: 'Auf diesem Gerät liegen noch frühere Änderungen von Ihnen', zh: '本机仍保留着您先前的修改' } as const;
  for (const language of ['de', 'zh', 'en'] as const) {
    await context.addCookies([{ name: 'locale', value: language, url: baseURL! }]);
    await again.goto(`/scenarios/${id}`);
    await expect(again.getByRole('status', { name: names[language] })).toBeVisible();
  }
  await expect(trust(again)).toHaveAttribute('data-trust', 'saved');
  await expect(title(again)).toHaveValue('From the backup');
  const notice = again.getByRole('status', { name: names.en });
  const [file] = await Promise.all([again.waitForEvent('download'), notice.getByRole('button', { name: 'Save as a scenario file' }).click()]);
  const exported = JSON.parse(await (await import('node:fs/promises')).readFile(await file.path(), 'utf8')) as { scenario: { title: { en: string } } };
  expect(exported.scenario.title.en).toBe('Written on the train');

  // Put off, it is offered again; discarded, it is gone; the work of today stays.
  await title(again).fill('Written today');
  await expect(trust(again)).toHaveAttribute('data-trust', 'saved');
  await notice.getByRole('button', { name: 'Not now' }).click();
  await expect(notice).toBeHidden();
  await again.reload();
  await notice.getByRole('button', { name: 'Discard the changes' }).click();
  await notice.getByRole('button', { name: 'Discard for good' }).click();
  await expect(notice).toBeHidden();
  await again.reload();
  await expect(title(again)).toHaveValue('Written today');
  await expect(trust(again)).toHaveAttribute('data-trust', 'saved');
  await expect(notice).toBeHidden();
  await asAnna.goto(`/scenarios/${id}`);
  await expect(title(asAnna)).toHaveValue('Written today');
});
