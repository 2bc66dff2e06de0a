import type { Page } from '@playwright/test';
import { removeFolder, startAccord } from '../support/accord-process';
import { expect, signIn, test } from '../support/e2e';

const trust = (page: Page) => page.locator('[data-trust]');
const title = (page: Page) => page.getByRole('textbox', { name: 'Title in English' });
const rationale = (page: Page, enterprise: string) => page.locator(`[data-item="cell:${enterprise}:who"]`).getByRole('textbox');

/** An example scenario, which both may edit. */
const sany = '5a0e0001-0000-4000-8000-000000000001';

test('everything killed in the middle of both people’s edits: nothing shown as saved is missing, and nobody has to reload', async ({ browser }) => {
  test.setTimeout(180_000);
  let accord = await startAccord({ env: { LOG_LEVEL: 'error' } });
  const { dataDir, port, url } = accord;
  const contexts = await Promise.all([0, 1].map(() => browser.newContext({ baseURL: url, locale: 'en-GB', viewport: { width: 1280, height: 720 } })));
  try {
    const [anna, li] = (await Promise.all(contexts.map((context) => context.newPage()))) as [Page, Page];
    await signIn(contexts[0]!, 'anna');
    await signIn(contexts[1]!, 'li');
    const read = async () => (await (await anna.request.get(`/api/scenarios/${sany}`)).json()) as { scenario: { assessment: Record<string, { who: { rationale: string } }> } };
    const [annas, lis] = Object.keys((await read()).scenario.assessment) as [string, string];
    for (const page of [anna, li]) {
      await page.goto(`/scenarios/${sany}?part=assessment`);
      await expect(trust(page)).toHaveAttribute('data-trust', 'saved');
      await page.evaluate(() => Object.assign(window, { sameVisit: true }));
    }

    for (const round of [1, 2]) {
      const own = (page: Page): [Page, string] => ([page, page === anna ? annas : lis]);
      for (const [page, enterprise] of [own(anna), own(li)]) await rationale(page, enterprise).fill(`safe ${round}`);
      for (const page of [anna, li]) await expect(trust(page)).toHaveAttribute('data-trust', 'saved');
      await Promise.all(
        [own(anna), own(li)].map(async ([page, enterprise]) => {
          await rationale(page, enterprise).press('End');
          await rationale(page, enterprise).pressSequentially(' and more, and more', { delay: 15 });
        }).concat(new Promise<void>((resolve) => setTimeout(resolve, 120)).then(() => accord.kill('everything'))),
      );
      for (const page of [anna, li]) await expect(trust(page)).toHaveAttribute('data-trust', 'offline');
      accord = await startAccord({ dataDir, port, env: { LOG_LEVEL: 'error' } });
      for (const page of [anna, li]) {
        await expect(trust(page)).toHaveAttribute('data-trust', 'saved', { timeout: 30_000 });
        for (const enterprise of [annas, lis]) await expect(rationale(page, enterprise)).toHaveValue(`safe ${round} and more, and more`);
        expect(await page.evaluate(() => (window as { sameVisit?: boolean }).sameVisit)).toBe(true);
      }
    }
    const stored = await read();
    for (const enterprise of [annas, lis]) expect(stored.scenario.assessment[enterprise]!.who.rationale).toBe('safe 2 and more, and more');
  } finally {
    await Promise.all(contexts.map((context) => context.close()));
    await accord.stop();
    await removeFolder(dataDir);
  }
});

test('never says saved while the commit fails, and needs nobody once it works again', async ({ asAnna, asLi, newScenario, sql }) => {
  const id = await newScenario(asAnna);
  for (const page of [asAnna, asLi]) {
    await page.goto(`/scenarios/${id}`);
    await expect(trust(page)).toHaveAttribute('data-trust', 'saved');
  }
  await sql(`create function refuse_test_update() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$`);
  await sql(`create trigger refuse_test_update before insert on document_updates for each row when (new.scenario_id = '${id}') execute function refuse_test_update()`);
  try {
    await title(asAnna).fill('Not stored yet');
    for (let look = 0; look < 20; look++) {
      await expect(trust(asAnna)).toHaveAttribute('data-trust', 'saving');
      await asAnna.waitForTimeout(150);
    }
    await expect(title(asLi)).not.toHaveValue('Not stored yet');
  } finally {
    await sql('drop trigger refuse_test_update on document_updates');
    await sql('drop function refuse_test_update()');
  }
  await expect(trust(asAnna)).toHaveAttribute('data-trust', 'saved', { timeout: 20_000 });
  await expect(title(asLi)).toHaveValue('Not stored yet');
});
