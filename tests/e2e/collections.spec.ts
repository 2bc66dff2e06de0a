import { expect, test } from '../support/e2e';

const cells = (change: string) => Object.fromEntries(['who', 'what', 'how', 'value'].map((dimension) => [dimension, { change }]));
/** A scenario with one enterprise, new in the future network. */
const withNew = (name: string, change: string) => ({ scenario: { origin: 'CN', enterprises: [{ id: 'new', name: { en: name }, colour: 0, newInFuture: true }], assessment: { new: cells(change) } } });

test('a collection as it stands, in German and Chinese: its overview, what does not go together, and front matter that two write at once', async ({ contextAs, newScenario }) => {
  const [anna, li] = await Promise.all([(await contextAs('anna', { locale: 'de-DE' })).newPage(), (await contextAs('li', { locale: 'zh-CN' })).newPage()]);
  const [first, second] = [await newScenario(anna, withNew('Plattform', 'significant')), await newScenario(anna, withNew('Makler', 'not-applicable'))];
  const localized = (de: string, zh: string) => ({ en: '', de, zh });
  const made = await anna.request.post('/api/collections', { data: { name: localized(`Bericht ${first}`, `报告 ${first}`), description: localized('Was wir gemeinsam gefunden haben', '共同成果'), authenticLanguages: ['en'], requestId: crypto.randomUUID() } });
  const { collection } = (await made.json()) as { collection: string };
  for (const scenario of [first, second]) expect((await anna.request.post(`/api/collections/${collection}/scenarios`, { data: { scenario } })).ok()).toBe(true);

  await Promise.all([anna.goto(`/collections/${collection}`), li.goto(`/collections/${collection}`)]);
  await expect(anna.getByText('Was wir gemeinsam gefunden haben')).toBeVisible();
  await expect(anna.locator(`[data-scenario="${first}"] [data-verdict=innovated]`)).toContainText('Plattform');
  const findings = li.getByRole('region', { name: '业务场景集检查' });
  await expect(findings.getByRole('heading', { name: '对未来网络中新企业的处理不一致' })).toBeVisible();
  await expect(findings.getByRole('link', { name: /Makler/ })).toHaveAttribute('href', `/scenarios/${second}?part=assessment&item=enterprise:new`);

  await li.getByLabel('结论').selectOption({ value: 'innovated' });
  await expect(li).toHaveURL(/\?verdict=innovated$/);
  await expect(li.locator('tr[data-scenario]')).toHaveCount(1);
  await li.reload();
  await expect(li.locator('tr[data-scenario]')).toHaveAttribute('data-scenario', first);

  await anna.getByRole('link', { name: 'Nebeneinander' }).click();
  await anna.getByRole('link', { name: 'Bewertung' }).click();
  await expect(anna).toHaveURL(/part=assessment/);
  await expect(anna.locator('[data-side=left]')).toContainText('Plattform');
  await expect(anna.locator('[data-side=right]')).toContainText('nicht anwendbar');

  // what Anna has stored does not reach Li's page before Li has written, too
  await Promise.all([anna.getByRole('link', { name: 'Einleitung und Anhang' }).click(), li.getByRole('link', { name: '前言与附录' }).click()]);
  const [hers, his] = [anna.getByRole('textbox', { name: 'Einleitung (Deutsch)' }), li.getByRole('textbox', { name: '前言（德文）' })];
  await expect(his).toBeVisible();
  const news = '**/texts';
  await li.route(news, (route) => route.abort());
  await hers.click();
  await anna.keyboard.insertText('Von Anna.');
  await expect(anna.locator('[data-matter=saved]', { hasText: 'Gespeichert' })).toHaveCount(1);
  await his.click();
  await li.keyboard.insertText('Von Li.');
  await li.unroute(news);
  const theirs = li.getByRole('region', { name: '在此期间保存的文本' });
  await expect(theirs).toContainText('Von Anna.');
  await expect(his).toContainText('Von Li.');
  await li.reload(); // neither is lost
  await expect(theirs).toContainText('Von Anna.');
  await expect(his).toContainText('Von Li.');
  await theirs.getByRole('button', { name: '以我的文本替换' }).click();
  await expect(li.locator('[data-matter=saved]', { hasText: '已保存' })).toHaveCount(1);
  await anna.reload();
  await expect(hers).toHaveText('Von Li.');
});
