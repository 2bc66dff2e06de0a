import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Page } from '@playwright/test';
import { expect, test, untilTakenOver } from '../support/e2e';

const point = (page: Page, name: RegExp) => page.getByRole('article', { name });
const write = async (page: Page, at: RegExp, kind: 'Note' | 'Decision' | 'Action', text: string) => {
  const card = point(page, at);
  await card.getByRole('textbox', { name: /^Write something down/ }).fill(text);
  await card.getByRole('radio', { name: kind }).click();
  return card;
};

test('a meeting from the plan to the protocol', async ({ asAnna, asLi, newScenario }) => {
  test.setTimeout(180_000);
  const id = await newScenario(asAnna, { rights: { ben: null, mei: null, olga: null } });

  // planned by Anna's clock, shown by both
  await asAnna.goto(`/meetings?scenario=${id}`);
  await expect(asAnna.getByText('There is no meeting yet.')).toBeVisible();
  await asAnna.getByRole('link', { name: 'Plan a meeting' }).click();
  await asAnna.getByRole('textbox', { name: 'Title' }).fill('Second reading');
  await asAnna.getByLabel('Date and time').fill('2026-03-29T02:30');
  await expect(asAnna.getByText('This time does not exist there')).toBeVisible();
  await expect(asAnna.getByRole('button', { name: 'Plan meeting' })).toBeDisabled();
  await asAnna.getByLabel('Date and time').fill('2026-03-29T09:00');
  await expect(asAnna.getByText(/29 Mar 2026, 09:00–11:00/)).toBeVisible();
  await expect(asAnna.getByText(/29 Mar 2026, 15:00–17:00/)).toBeVisible();
  await asAnna.getByLabel('Place').fill('Room 4');
  await asAnna.getByRole('button', { name: 'Plan meeting' }).click();
  await expect(asAnna.getByRole('heading', { name: 'Second reading', level: 1 })).toBeVisible();
  await expect(asAnna).toHaveURL(/\/meetings\/[0-9a-f-]{36}$/);
  const path = new URL(asAnna.url()).pathname;
  await asLi.goto('/meetings');
  await asLi.getByRole('link', { name: 'Second reading' }).first().click();
  await expect(asLi).toHaveURL(/\/meetings\/[0-9a-f-]{36}$/);
  await asLi.goto(path);

  // who is there
  await asLi.getByRole('button', { name: 'I am here' }).click();
  await expect(asAnna.locator('[data-attendance^="Li Ming"]')).toBeVisible();
  await asAnna.getByLabel('Room, if several share a screen').fill('Beijing 2');
  await asAnna.getByRole('textbox', { name: 'Name' }).fill('Professor Zhang');
  await asAnna.getByLabel('Delegation').selectOption({ label: 'China' });
  await asAnna.getByRole('button', { name: 'Add to the list' }).click();
  await expect(asLi.locator('[data-attendance="Professor Zhang"]')).toContainText('Beijing 2');

  // the agenda from what is open, in another order by the keyboard
  await asAnna.getByRole('button', { name: /^From open items/ }).click();
  const dialog = asAnna.getByRole('dialog', { name: /^From open items/ });
  await dialog.getByRole('checkbox', { name: /^Description \(English\)/ }).check();
  await dialog.getByRole('checkbox', { name: /^Value proposition \(English\)/ }).check();
  await dialog.getByRole('button', { name: 'Add 2 points' }).click();
  await asAnna.getByRole('textbox', { name: 'Another point' }).fill('Date of the next meeting');
  await asAnna.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(asLi.locator('[data-point]')).toHaveCount(3);
  await asAnna.getByRole('button', { name: 'Move “Date of the next meeting” up' }).press('Enter');
  await expect(point(asLi, /^2\. Date of the next meeting/)).toBeVisible();
  await expect(asLi.getByRole('button', { name: /^Move “/ }).first()).toBeVisible(); // Li leads as well

  // both write; each sees the other's
  await (await write(asLi, /^1\. /, 'Decision', 'The description is accepted. 已接受')).getByRole('button', { name: 'Add', exact: true }).click();
  await (await write(asAnna, /^2\. /, 'Decision', 'Next meeting in May')).getByRole('button', { name: 'Add', exact: true }).click();
  const action = await write(asAnna, /^3\. /, 'Action', 'Translate into German');
  await action.getByLabel('Who does it').selectOption({ label: 'Li Ming 李明 (CN)' });
  await action.getByLabel('until').fill('2026-04-15');
  await action.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(asAnna.getByText('The description is accepted. 已接受')).toBeVisible();
  await expect(asLi.getByText('Next meeting in May')).toBeVisible();
  await expect(point(asLi, /^3\. /)).toContainText('Li Ming 李明 · until 15 Apr 2026');

  // a speaker records a position on the spot
  await asAnna.getByRole('button', { name: 'Begin meeting' }).click();
  await point(asLi, /^1\. /).getByRole('button', { name: 'Content and positions' }).click();
  await point(asLi, /^1\. /).getByRole('group', { name: 'Record the position of your delegation' }).getByRole('button', { name: 'Agree', exact: true }).click();
  await expect(point(asLi, /^1\. /).locator('[data-mark="CN agree"]')).toBeVisible();

  // only the presenter edits
  await asAnna.getByRole('combobox', { name: 'Presenter' }).selectOption({ label: 'Anna Weber (DE)' });
  await asAnna.getByRole('checkbox', { name: 'Only the presenter edits' }).click();
  await expect(asAnna.getByRole('checkbox', { name: 'Only the presenter edits' })).toBeChecked();
  await asAnna.goto(`/scenarios/${id}?meeting=${path.split('/').at(-1)!}`);
  await expect(asAnna.getByText('You present.')).toBeVisible();
  await asLi.goto(`/scenarios/${id}?meeting=${path.split('/').at(-1)!}`);
  await expect(asLi.getByText('Only the presenter edits at the moment.')).toBeVisible();
  await expect(asLi.getByText(/Following Anna Weber/)).toBeVisible();
  await expect(asLi.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await expect(asAnna.getByText('Only the presenter edits at the moment.')).toHaveCount(0);
  await asAnna.request.post(`/api${path}/course`, { data: { step: 'end' } });
  await expect(asLi.getByText('Only the presenter edits at the moment.')).toBeHidden();

  // the files, and the page after a reload
  const file = async (query: string) => new Uint8Array(await (await asLi.request.get(`/api${path}/protocol?${query}`)).body());
  const word = strFromU8(unzipSync(await file('format=docx&lang=zh'))['word/document.xml']!);
  for (const text of ['会议纪要：Second reading', 'The description is accepted. 已接受', 'Next meeting in May', 'Professor Zhang', 'Beijing 2', '09:00–11:00', '15:00–17:00', '2026年4月15日', '中方：']) expect(word).toContain(text);
  const { text } = await extractText(await getDocumentProxy(await file('format=pdf&lang=de')), { mergePages: true });
  for (const written of ['Protokoll:Secondreading', 'NextmeetinginMay', 'ProfessorZhang', '15.04.2026', 'Beschlüsse', 'CN:Zustimmung–LiMing']) expect(text.replace(/\s/g, '')).toContain(written);
  const calendar = await asLi.request.get(`/api${path}/calendar.ics`);
  expect(calendar.headers()['content-type']).toContain('text/calendar');
  expect(await calendar.text()).toContain('DTSTART:20260329T070000Z');
  await asLi.goto(path);
  await expect(asLi.getByText('Next meeting in May')).toBeVisible();
  await expect(asLi.locator('[data-point]')).toHaveCount(3);
  await expect(asLi.getByText('Ended')).toBeVisible();
});

test('who takes part in nothing of it finds no meeting, and other origins change none', async ({ asAnna, asOlga, newScenario, baseURL }) => {
  const id = await newScenario(asAnna, { rights: { olga: null } });
  const data = { title: 'Closed', local: '2026-05-12T09:00', zone: 'Europe/Berlin', minutes: 60, scenarios: [id], requestId: crypto.randomUUID() };
  const { meeting } = (await (await asAnna.request.post('/api/meetings', { data })).json()) as { meeting: string };
  for (const path of ['', '/open-items', '/calendar.ics', '/protocol?format=docx']) expect([path, (await asOlga.request.get(`/api/meetings/${meeting}${path}`)).status()]).toEqual([path, 404]);
  expect((await asOlga.request.get(`/meetings/${meeting}`)).status()).toBe(404);
  expect((await asOlga.request.post(`/api/meetings/${meeting}/points`, { data: { scenario: null, title: 'x', requestId: crypto.randomUUID() } })).status()).toBe(404);
  expect((await asOlga.request.get(`/api/scenarios/${id}/meeting`)).status()).toBe(404);
  const foreign = await asAnna.request.post(`/api/meetings/${meeting}/course`, { data: { step: 'begin' }, headers: { origin: 'https://evil.example' } });
  expect(foreign.status()).toBe(403);
  expect(((await (await asAnna.request.get(`/api/meetings/${meeting}`)).json()) as { course: string }).course).toBe('planned');
  for (const body of ['{', '[]', '{"step":"explode"}', '{"step":"begin","more":1}']) {
    const answer = await asAnna.request.post(`/api/meetings/${meeting}/course`, { data: body, headers: { 'content-type': 'application/json' } });
    expect([body, answer.status()]).toEqual([body, 400]);
  }
  expect(baseURL).toBeTruthy();
});

test('a time zone is chosen by the keyboard alone: both sides’ first, others by what people call them', async ({ contextAs, asAnna, newScenario }) => {
  const id = await newScenario(asAnna);
  const page = await (await contextAs('li', { locale: 'zh-CN' })).newPage();
  await page.goto(`/meetings/new?scenario=${id}`);
  const zone = page.getByRole('button', { name: '时区' });
  await expect(zone).toContainText('北京UTC+8');
  const time = page.getByLabel('日期和时间');
  await untilTakenOver(time);
  await time.fill('2026-07-06T15:00');
  await zone.press('Enter');
  const options = page.getByRole('option');
  await expect(options.nth(0)).toContainText(/柏林.*UTC\+2/);
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.type('北美东部 york');
  await expect(options).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(zone).toBeFocused();
  await expect(zone).toContainText('New YorkUTC−4');
  await zone.press('Enter');
  await page.keyboard.type('nowhere');
  await expect(page.getByText('没有匹配的时区')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(zone).toBeFocused();
  await expect(zone).toContainText('New York');
});

for (const width of [390, 768, 1280])
  test(`fits a window ${width} wide`, async ({ asAnna, newScenario }) => {
    const id = await newScenario(asAnna);
    const data = { title: 'Sitzung mit einem ziemlich langen Titel, der umbrechen muss', local: '2026-05-12T09:00', zone: 'America/Argentina/ComodRivadavia', minutes: 60, scenarios: [id], place: 'Konferenzraum', requestId: crypto.randomUUID() };
    const { meeting } = (await (await asAnna.request.post('/api/meetings', { data })).json()) as { meeting: string };
    await asAnna.request.post(`/api/meetings/${meeting}/points`, { data: { scenario: id, items: ['section:business-model-innovation:en'], requestId: crypto.randomUUID() } });
    await asAnna.setViewportSize({ width, height: 800 });
    for (const path of ['/meetings', `/meetings/${meeting}`, `/meetings/${meeting}/plan`]) {
      await asAnna.goto(path);
      await expect(asAnna.getByRole('heading', { level: 1 })).toBeVisible();
      expect([path, await asAnna.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)]).toEqual([path, 0]);
    }
  });
