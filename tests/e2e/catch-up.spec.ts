import AxeBuilder from '@axe-core/playwright';
import { expect, prepareContext, test } from '../support/e2e';
import { newcomer, signInAs, speak } from '../support/newcomer';

test('who comes back reads what changed, by whom and what waits, in their language; puts it away; finds it again', async ({ asAnna, newScenario, sql, browser, baseURL }) => {
  const scenario = await newScenario(asAnna, { scenario: { title: { en: 'Shared fleet', zh: '共享车队' } } });
  const zhao = await newcomer(sql, 'Zhao Lei 赵雷', 'CN', { [scenario]: 'commenter' });
  const context = await browser.newContext({ baseURL: baseURL!, viewport: { width: 1280, height: 720 } });
  await prepareContext(context);
  await speak(context, baseURL!, 'zh');
  expect(await signInAs(context, zhao)).toBe(200);
  const page = await context.newPage();
  const notice = page.getByRole('region', { name: '自上次访问以来' });
  const opened = () => page.waitForResponse((answer) => answer.url().endsWith(`/scenarios/${scenario}/visits`) && answer.request().postData()?.includes('open') === true);

  const first = opened();
  await page.goto(`/scenarios/${scenario}`);
  expect((await (await first).json()) as object).toEqual({ since: null, dismissed: false, summary: null });
  await expect(notice).toHaveCount(0);
  await page.goto('/inbox');
  await sql(`update visits set at = at - interval '1 day' where scenario_id = $1 and person_id = $2`, [scenario, zhao.id]);

  await asAnna.goto(`/scenarios/${scenario}`);
  const title = asAnna.getByRole('textbox', { name: 'Title' }).first();
  await title.fill('Shared fleet of trucks');
  await title.press('Enter');
  await expect(asAnna.getByText('Saved', { exact: true }).first()).toBeVisible();
  await expect.poll(() => sql('select 1 from document_updates where scenario_id = $1 and person_id = (select id from people where email = $2)', [scenario, 'anna@example.org'])).not.toHaveLength(0);
  await sql(`insert into inbox_entries (person_id, kind, by_id, scenario_id, subject) select $1, 'offered', id, $2, '{"number": 1}' from people where email = 'anna@example.org'`, [zhao.id, scenario]);

  await page.goto(`/scenarios/${scenario}`);
  await expect(notice).toContainText('Anna Weber修改了 1 个条目');
  await expect(notice).toContainText('1 项等待您答复');
  await notice.getByRole('link', { name: '查看全部' }).click();
  await expect(page.getByRole('heading', { name: '等待您答复' })).toBeVisible();
  await expect(page.getByText('Anna Weber已将版本 1 提交签署')).toBeVisible();
  await expect(page.getByRole('heading', { name: '变更内容' })).toBeVisible();
  await expect(page.getByText('of trucks').first()).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.goto(`/scenarios/${scenario}`);
  await notice.getByRole('button', { name: '收起' }).click();
  await expect(notice).toHaveCount(0);
  await expect.poll(() => sql('select 1 from visits where scenario_id = $1 and person_id = $2 and dismissed_at is not null', [scenario, zhao.id])).toHaveLength(1);
  const again = opened();
  await page.reload();
  await again;
  await expect(notice).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.getByRole('option', { name: '自上次访问以来' }).click();
  await expect(page).toHaveURL(new RegExp(`/scenarios/${scenario}/since$`));
  await expect(page.getByText('of trucks').first()).toBeVisible();
  await context.close();
});

test('nobody is told of, or leaves a trace in, a scenario that they may not read', async ({ asAnna, asMei, newScenario, sql, request }) => {
  const scenario = await newScenario(asAnna, { rights: { mei: null } });
  const visits = `/api/scenarios/${scenario}/visits`;
  expect((await asMei.request.post(visits, { data: { event: 'open' } })).status()).toBe(404);
  expect((await asMei.request.get(`/scenarios/${scenario}/since`)).status()).toBe(404);
  expect((await request.post(visits, { data: { event: 'open' } })).status()).toBe(401);
  expect((await asAnna.request.post(visits, { data: { event: 'open' }, headers: { origin: 'https://elsewhere.example' } })).status()).toBe(403);
  for (const data of [{}, { event: 'stay' }, { event: 'open', seq: 1 }]) expect((await asAnna.request.post(visits, { data })).status()).toBe(400);
  expect(await sql(`select 1 from visits where scenario_id = $1 and person_id = (select id from people where email = 'mei@example.org')`, [scenario])).toEqual([]);
});
