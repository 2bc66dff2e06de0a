import { expect, test } from '../support/e2e';

test('a page that does not exist says so in the reader’s language, without a stack trace', async ({ contextAs }) => {
  for (const [locale, title] of [['en-GB', 'Page not found'], ['de-DE', 'Seite nicht gefunden'], ['zh-CN', '页面不存在']] as const) {
    const page = await (await contextAs('anna', { locale })).newPage();
    const response = await page.goto('/no/such/page');
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    expect(await page.content()).not.toMatch(/at .+\.[jt]sx?:\d+/);
  }
});

test('a write that another website caused is refused in the reader’s words', async ({ asAnna }) => {
  const answer = await asAnna.request.post('/api/scenarios', {
    headers: { origin: 'https://evil.example', 'accept-language': 'de' },
    data: {},
  });
  expect(answer.status()).toBe(403);
  expect(await answer.json()).toEqual({ error: { code: 'foreign-origin', message: expect.stringContaining('fremden Website') } });
});
