import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/e2e';
import { textScenario } from '../support/text-scenario';

const text = (page: Page, language: 'English' | 'Deutsch' | '中文' = 'English'): Locator => page.getByRole('textbox', { name: `Description, ${language}` });
const paragraphs = (page: Page): Locator => text(page).locator(':scope > p');

async function openBoth(pages: readonly Page[], id: string): Promise<void> {
  for (const page of pages) {
    await page.goto(`/scenarios/${id}?part=wording`);
    await expect(text(page)).toContainText('Second paragraph.');
  }
}

/** The browser tells an editor of a moved caret a moment later; nobody types as fast as a test. */
async function caretArrives(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))));
}

async function paste(field: Locator, html: string, plain = ''): Promise<void> {
  await field.evaluate(
    (element, [rich, words]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', rich!);
      clipboardData.setData('text/plain', words!);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [html, plain],
  );
}

test('a paragraph: type, split, format, delete, each undone and redone, seen by the other', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: textScenario });
  await openBoth([asAnna, asLi], id);
  const { keyboard } = asAnna;
  const undo = (): Promise<void> => keyboard.press('ControlOrMeta+z');
  const redo = (): Promise<void> => keyboard.press('ControlOrMeta+Shift+z');
  const both = async (words: readonly string[]): Promise<void> => {
    for (const page of [asAnna, asLi]) await expect(paragraphs(page)).toHaveText(words);
  };
  const selectSecond = async (): Promise<void> => {
    await paragraphs(asAnna).nth(1).click();
    await keyboard.press('Home');
    await keyboard.press('Shift+End');
    await caretArrives(asAnna);
  };
  const pause = (): Promise<void> => asAnna.waitForTimeout(700); // typing with a pause is two steps

  await paragraphs(asAnna).first().click();
  await keyboard.press('End');
  await caretArrives(asAnna);
  await keyboard.insertText(' More.'); // in one go, so that it is one step on a slow machine, too
  await both(['First paragraph. More.', 'Second paragraph.']);
  await undo();
  await both(['First paragraph.', 'Second paragraph.']);
  await redo();
  await both(['First paragraph. More.', 'Second paragraph.']);

  await pause();
  await keyboard.press('End');
  for (let steps = 0; steps < 'More.'.length; steps++) await keyboard.press('ArrowLeft');
  await caretArrives(asAnna);
  await keyboard.press('Enter');
  await both(['First paragraph. ', 'More.', 'Second paragraph.']);
  await undo();
  await both(['First paragraph. More.', 'Second paragraph.']);
  await redo();
  await both(['First paragraph. ', 'More.', 'Second paragraph.']);

  await pause();
  await selectSecond();
  await keyboard.press('ControlOrMeta+b');
  await expect(text(asLi).locator('strong')).toHaveText('More.');
  await undo();
  await expect(text(asLi).locator('strong')).toHaveCount(0);
  await redo();
  await expect(text(asLi).locator('strong')).toHaveText('More.');

  await pause();
  await selectSecond();
  await keyboard.press('Delete');
  await keyboard.press('Backspace');
  await both(['First paragraph. ', 'Second paragraph.']);
  await undo();
  await expect(text(asLi)).toContainText('More.');
  await redo();
  await both(['First paragraph. ', 'Second paragraph.']);

  for (const page of [asAnna, asLi]) await page.reload();
  await both(['First paragraph. ', 'Second paragraph.']);
});

test('carets carry name and delegation; undo takes back only one’s own words', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: textScenario });
  await openBoth([asAnna, asLi], id);
  await paragraphs(asAnna).first().click();
  await asAnna.keyboard.press('End');
  await caretArrives(asAnna);
  await asAnna.keyboard.insertText(' DE');
  await expect(text(asLi).locator('.peer-caret')).toHaveAttribute('data-name', /Anna.* · DE/);
  await expect(asLi.locator('[data-item="section:description:en"]')).toContainText('Anna');
  await paragraphs(asLi).last().click();
  await asLi.keyboard.press('End');
  await caretArrives(asLi);
  await asLi.keyboard.insertText(' CN');
  await expect(paragraphs(asAnna)).toHaveText([/First paragraph\. DE/, /Second paragraph\. CN/]);
  await asAnna.keyboard.press('ControlOrMeta+z');
  await expect(paragraphs(asLi).first()).toHaveText('First paragraph.');
  await expect(paragraphs(asLi).last()).toContainText('Second paragraph. CN');
});

test('what is pasted from Word and WeChat becomes plain structure', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: textScenario });
  await openBoth([asAnna, asLi], id);
  await text(asAnna, 'Deutsch').click();
  const bullet = (words: string): string =>
    `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;&nbsp;</span></span>${words}<o:p></o:p></p>`;
  await paste(text(asAnna, 'Deutsch'), `<html xmlns:o="urn:x"><head><style>p{color:red}</style></head><body><p class=MsoNormal><b>Nutzen</b><o:p></o:p></p>${bullet('weniger Stillstand')}${bullet('planbar')}</body></html>`);
  await expect(text(asLi, 'Deutsch').locator('strong')).toHaveText('Nutzen');
  await expect(text(asLi, 'Deutsch').locator('li')).toHaveText(['weniger Stillstand', 'planbar']);

  await text(asAnna, '中文').click();
  await paste(text(asAnna, '中文'), '<section><p style="font-size:15px"><span>设备制造商</span></p><p><br></p><section><strong>按使用量收费</strong><img src="https://mmbiz.qpic.cn/x.png"><script>alert(1)</script></section></section>');
  await expect(text(asLi, '中文').locator(':scope > p')).toHaveText(['设备制造商', '按使用量收费']);
  await asLi.reload();
  await expect(text(asLi, '中文').locator('strong')).toHaveText('按使用量收费');
});

test('opening writes nothing, and a viewer gets no editor', async ({ asAnna, asOlga, newScenario, sql }) => {
  const id = await newScenario(asAnna, { scenario: textScenario });
  const updates = async (): Promise<number> => Number((await sql<{ count: string }>('select count(*) from document_updates where scenario_id = $1', [id]))[0]!.count);
  const before = await updates();
  await openBoth([asAnna], id);
  await text(asAnna).click();
  await asAnna.keyboard.press('ControlOrMeta+a');
  await asAnna.getByRole('group', { name: 'Languages side by side' }).getByRole('button', { name: 'English' }).click();
  await asAnna.getByRole('group', { name: 'Languages side by side' }).getByRole('button', { name: 'English' }).click();
  await asAnna.reload();
  await expect(text(asAnna)).toContainText('Second paragraph.');
  await asOlga.goto(`/scenarios/${id}?part=wording`);
  await expect(asOlga.locator('[data-item="section:description:en"]')).toContainText('Second paragraph.');
  await expect(asOlga.getByText('Opening…')).toHaveCount(0);
  await expect(asOlga.locator('[contenteditable="true"]')).toHaveCount(0);
  expect(await updates()).toBe(before);
});

test('a socket that is dropped and opened again writes nothing, and goes on where it was', async ({ contextAs, asLi, asAnna, newScenario, sql }) => {
  const id = await newScenario(asAnna, { scenario: textScenario });
  const context = await contextAs('ben');
  const asBen = await context.newPage();
  const trust = asBen.locator('[data-trust]');
  const rows = (): Promise<{ seq: string; email: string | null }[]> => sql('select seq, email from document_updates left join people on people.id = person_id where scenario_id = $1 order by seq', [id]);
  const before = await rows();
  await openBoth([asBen, asLi], id);
  await text(asBen).click(); // the caret stands in an editor
  for (let drops = 0; drops < 2; drops++) {
    await context.setOffline(true);
    await expect(trust).toHaveAttribute('data-trust', 'offline');
    await context.setOffline(false);
    await expect(trust).toHaveAttribute('data-trust', 'saved');
  }
  expect(await rows()).toEqual(before);

  await paragraphs(asLi).last().click();
  await asLi.keyboard.press('End');
  await caretArrives(asLi);
  await asLi.keyboard.insertText(' Li.');
  await expect(paragraphs(asBen).last()).toHaveText('Second paragraph. Li.');
  await expect(asLi.locator('[data-trust]')).toHaveAttribute('data-trust', 'saved');
  const after = await rows();
  expect(after.slice(0, before.length)).toEqual(before);
  expect(new Set(after.slice(before.length).map(({ email }) => email))).toEqual(new Set(['li@example.org'])); // what Ben received, he does not write
});
