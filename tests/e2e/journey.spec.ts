import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { databaseUrlOf, runVerify } from '../support/accord-process';
import { drag, freeSpot, openCanvas, pointOf, saved, shape, shapeWith } from '../support/canvas';
import { expect, test } from '../support/e2e';
import { wordedScenario } from '../support/worded-scenario';
import { Desk } from './desk';

const scenario = {
  ...wordedScenario,
  roles: [
    { id: 'maker', label: { en: 'Machine maker', de: 'Maschinenbauer', zh: '机器制造商' }, phases: { before: { enterprise: 'acme', box: [0, 0, 168, 72] }, after: { enterprise: 'acme', box: [0, 0, 168, 72] } } },
    { id: 'user', label: { en: 'Machine user' }, phases: { before: { box: [400, 0, 168, 72] }, after: { box: [400, 0, 168, 72] } } },
    { id: 'insurer', label: { en: 'Insurer' }, phases: { before: { box: [400, 240, 168, 72] }, after: { box: [400, 240, 168, 72] } } },
  ],
  enterprises: [...wordedScenario.enterprises, { id: 'globex', name: { en: 'Globex' }, colour: 1 }],
};
const edits = Array.from({ length: 50 }, (_, index) => ` w${index + 1}`);

test('the whole way: from a draft through a meeting to two agreements, compared, the first restored', async ({ contextAs, asAnna, newScenario }) => {
  test.setTimeout(420_000); // alone it takes a quarter of that
  const id = await newScenario(asAnna, { scenario, rights: { mei: null, olga: null } });
  await asAnna.close();
  const [anna, li, ben] = await Promise.all([Desk.at((settings) => contextAs('anna', settings), 'de', id), Desk.at((settings) => contextAs('li', settings), 'zh', id), Desk.at((settings) => contextAs('ben', settings), 'en', id)]);
  const everybody = [anna, li, ben];
  let role = '';

  await test.step('a draft: a role and a relation are drawn, a sentence is written', async () => {
    await Promise.all([openCanvas(anna.page, id), li.open('outline'), ben.open('wording')]);
    await anna.button('canvas.tool.role').click();
    const spot = await freeSpot(anna.page);
    await anna.page.mouse.click(spot.x, spot.y);
    await expect(anna.page.getByRole('textbox', { name: anna.words('canvas.label.role') })).toBeFocused();
    await anna.page.keyboard.insertText('Wartungsdienst');
    await anna.page.keyboard.press('Enter');
    const drawn = shapeWith(anna.page, 'role', 'Wartungsdienst');
    role = (await drawn.getAttribute('data-item'))!;
    const middle = await pointOf(drawn);
    await anna.page.mouse.move(middle.x, middle.y);
    const edge = await pointOf(drawn, 0, 0.5);
    await drag(anna.page, { x: edge.x - 9, y: edge.y }, await pointOf(shape(anna.page, 'role:maker')));
    await expect(anna.page.getByRole('textbox', { name: anna.words('canvas.label.relation') })).toBeFocused();
    await anna.page.keyboard.insertText('meldet Verschleiß');
    await anna.page.keyboard.press('Enter');
    await saved(anna.page);
    await ben.typeAtTheEnd('description', ' A service keeps it running.');
    await expect(li.page.locator(`[data-row][data-item="${role}"]`)).toHaveAccessibleName(/Wartungsdienst/);
    await expect(li.page.getByRole('group', { name: /meldet Verschleiß/ }).first()).toBeVisible();
  });

  await test.step('comments: on the role, answered in the other language', async () => {
    await anna.open('wording', 'comments');
    await li.comment(role, '这项服务由谁承担？');
    await anna.reply('这项服务由谁承担？', 'Ein unabhängiger Dienstleister.');
    await expect(li.thread('这项服务由谁承担？')).toContainText('Ein unabhängiger Dienstleister.');
    await li.thread('这项服务由谁承担？').getByRole('button', { name: li.words('agreement.resolve') }).click();
    await expect(anna.thread('这项服务由谁承担？')).toHaveCount(0);
  });

  await test.step('comments: on words, with a proposed change that the other side accepts', async () => {
    await li.open('wording', 'comments');
    await anna.selectFirst('description', 'First');
    await anna.propose('Bitte genauer.', 'Opening');
    await expect(li.thread('Bitte genauer.').getByRole('blockquote')).toHaveText('First');
    await li.reply('Bitte genauer.', '同意，这样更清楚。');
    await li.thread('Bitte genauer.').getByRole('button', { name: li.words('comments.accept'), exact: true }).click();
    for (const desk of everybody) await expect(desk.text('description')).toContainText('Opening paragraph.');
    await anna.button('agreement.show-all').click();
    await anna.panel.getByRole('radio', { name: anna.words('agreement.filter.resolved', { count: 2 }) }).click();
    await expect(anna.thread('Bitte genauer.')).toContainText(anna.words('comments.accepted', { name: 'Li Ming 李明' }));
    await expect(anna.thread('Bitte genauer.')).toContainText('同意，这样更清楚。');
  });

  await test.step('a meeting: planned, attended, two decisions, positions on the spot, the protocol', async () => {
    await anna.page.getByRole('banner').getByRole('link', { name: anna.words('workspace.meetings') }).click();
    await anna.page.getByRole('link', { name: anna.words('meetings.plan.open') }).click();
    const title = `Lesung ${id.slice(0, 8)}`;
    await anna.page.getByLabel(anna.words('meetings.plan.title')).fill(title);
    await anna.page.getByLabel(anna.words('meetings.plan.local')).fill('2031-05-12T09:00');
    await expect(anna.page.getByRole('button', { name: anna.words('meetings.plan.zone') })).toContainText('Berlin');
    await anna.button('meetings.plan.submit').click();
    await expect(anna.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await li.page.goto('/meetings');
    await li.page.getByRole('link', { name: title }).click();
    await expect(li.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    for (const { page } of [anna, li]) await expect(page.getByText('15:00–17:00').first()).toBeVisible();
    for (const desk of [anna, li]) await desk.button('meetings.attendance.me').click();
    for (const { page } of [anna, li]) await expect(page.locator('[data-attendance]')).toHaveCount(2);

    await anna.button('meetings.agenda.from-open-items').click();
    const dialog = anna.page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: anna.words('agreement.item.role', { label: 'Wartungsdienst' }) }).check();
    await dialog.getByRole('checkbox', { name: anna.words('agreement.item.section', { section: anna.words('agreement.item.sections.revenue-mechanism'), language: anna.words('agreement.item.languages.en') }) }).check();
    await dialog.getByRole('button', { name: anna.words('meetings.agenda.add-chosen', { count: 2 }) }).click();
    await anna.button('meetings.begin').click();
    await expect(li.page.locator('[data-point]')).toHaveCount(2);

    for (const desk of [anna, li]) await desk.recordPosition(1, 'agree');
    for (const desk of [anna, li]) for (const mark of ['DE agree', 'CN agree']) await expect(desk.point(1).locator(`[data-mark="${mark}"]`)).toBeVisible();
    await anna.decide(1, 'Die Rolle bleibt wie gezeichnet.');
    await li.decide(2, '按使用小时收费。');
    for (const desk of [anna, li]) for (const decision of ['Die Rolle bleibt wie gezeichnet.', '按使用小时收费。']) await expect(desk.page.getByText(decision)).toBeVisible();
    await anna.button('meetings.end').click();
    await expect(li.page.getByText(li.words('meetings.course.ended')).first()).toBeVisible();
    const word = strFromU8(unzipSync(await readFile(await anna.downloadProtocol('de', 'docx')))['word/document.xml']!);
    for (const written of [title, 'Die Rolle bleibt wie gezeichnet.', '按使用小时收费。']) expect(word).toContain(written);
    const pdf = await extractText(await getDocumentProxy(new Uint8Array(await readFile(await li.downloadProtocol('zh', 'pdf')))), { mergePages: true });
    for (const written of ['DieRollebleibtwiegezeichnet.', '按使用小时收费。']) expect(pdf.text.replace(/\s/g, '')).toContain(written);
  });

  const items = 20;
  await test.step('positions of both sides, overtaken by an edit, given again', async () => {
    for (const desk of [anna, li]) await desk.sayOnAllThatWaits('agree');
    for (const desk of [anna, li]) await expect(desk.agreedOn(items, items)).toBeVisible();
    await ben.open('outline');
    await ben.page.locator('[data-row][data-item="role:user"]').getByRole('textbox').fill('Machine operator');
    for (const desk of [anna, li]) await expect(desk.waiting(1)).toBeVisible();
    await expect(anna.page.locator('[data-part] [data-positions="role:user"]').first()).toHaveAccessibleName(new RegExp(anna.words('positions.says.stale', { delegation: 'Deutschland', stance: anna.words('positions.stances.agree') })));
    for (const desk of [anna, li]) await desk.sayOnAllThatWaits('agree');
    for (const desk of [anna, li]) await expect(desk.agreedOn(items, items)).toBeVisible();
  });

  await test.step('an offer, 50 edits while it is out, both signatures', async () => {
    await anna.offer(1, 'Nach der Lesung');
    for (const desk of everybody) await expect(desk.state).toHaveText(desk.words('agreement.state.signing', { number: 1 }));
    await ben.open('wording');
    await anna.openOffer('Nach der Lesung');
    const asked = (await anna.page.getByText(/^[0-9a-f]{64}$/).first().textContent())!;
    await ben.typeAtTheEnd('description', ' Since then:');
    const typing = (async () => {
      for (const edit of edits) await ben.page.keyboard.insertText(edit);
    })();
    await anna.sign(1);
    await typing;
    await expect(ben.text('description')).toContainText(edits.join(''));
    await saved(ben.page);
    await li.openOffer('Nach der Lesung');
    await expect(li.page.getByText(asked, { exact: true }).first()).toBeVisible();
    await expect(li.page.locator('main')).not.toContainText('Since then');
    await li.sign(1);
  });

  await test.step('agreed on all screens, and what has become of the live text since', async () => {
    for (const desk of [anna, li]) await desk.open('outline', 'versions');
    for (const desk of everybody) await expect(desk.state).toContainText(desk.words('agreement.state.agreed', { number: 1 }));
    await ben.open('assessment');
    await ben.page.locator('td[data-item="cell:acme:value"]').focus();
    await ben.page.keyboard.press('2');
    await ben.open('outline');
    await ben.page.getByRole('combobox', { name: ben.words('outline.roles.enterprise', { name: 'Insurer', phase: ben.words('outline.phases.after') }) }).selectOption({ label: 'Globex' });
    for (const desk of everybody) await expect(desk.state).toContainText(desk.words('compare.differs', { number: 1, count: 3 }));
  });

  await test.step('a second version, a second agreement', async () => {
    await anna.offer(2, 'Zweite Lesung');
    await expect(ben.state).toContainText(ben.words('agreement.state.signing-after', { number: 2, agreed: 1 }));
    for (const desk of [li, anna]) {
      await desk.openOffer('Zweite Lesung');
      await expect(desk.page.getByRole('heading', { name: desk.words('signing.brief.differences', { number: 1 }) })).toBeVisible();
      await desk.sign(2);
    }
    for (const desk of [anna, li]) await desk.open('wording', 'versions');
    for (const desk of everybody) await expect(desk.state).toHaveText(desk.words('agreement.state.agreed', { number: 2 }));
  });

  await test.step('the two agreed versions compared: words, cells, network', async () => {
    await li.version('Nach der Lesung').getByRole('link', { name: li.words('compare.link') }).click();
    await li.page.getByLabel(li.words('compare.to')).selectOption('2');
    await expect(li.page).toHaveURL(/from=1&to=2$/);
    await expect(li.page.getByText(li.words('compare.count', { count: 3 }))).toBeVisible();
    await expect(li.page.locator('ins', { hasText: 'w50' })).toBeVisible();
    await expect(li.page.getByRole('region', { name: li.words('compare.figure', { phase: li.words('figures.after') }) }).locator('[data-mark="moved"]').first()).toBeVisible();
    await expect(li.page.getByRole('row').filter({ has: li.page.locator('del') }).locator('ins')).toContainText(li.words('assessment.changes.significant'));
  });

  await test.step('the first agreed version restored, while the others keep typing', async () => {
    await ben.open('wording');
    await li.open('wording', 'versions');
    await ben.typeAtTheEnd('revenue-mechanism', ' Ben goes on');
    await li.typeAtTheEnd('value-proposition', ' 李明在写');
    await expect(anna.text('revenue-mechanism')).toContainText('Ben goes on');
    await expect(anna.text('value-proposition')).toContainText('李明在写');
    await anna.version('Nach der Lesung').getByRole('button', { name: anna.words('compare.restore') }).click();
    for (const desk of everybody) await expect(desk.text('description')).not.toContainText('Since then');
    await ben.page.keyboard.insertText(', and on.');
    await li.page.keyboard.insertText('，继续写。');
    for (const desk of everybody) {
      await expect(desk.text('revenue-mechanism')).toHaveText('A fee for each hour of use., and on.');
      await expect(desk.text('value-proposition')).toHaveText('Machines are paid for by the hour.，继续写。');
      await expect(desk.text('description')).toContainText('Opening paragraph.');
      await expect(desk.state).toContainText(desk.words('compare.differs', { number: 2, count: 5 }));
    }
    for (const desk of everybody) await saved(desk.page);
  });

  await test.step('after a reload nothing is lost, and the chain stands', async () => {
    for (const desk of everybody) await desk.open('wording', 'versions');
    for (const desk of everybody) {
      await expect(desk.text('revenue-mechanism')).toHaveText('A fee for each hour of use., and on.');
      await expect(desk.text('value-proposition')).toHaveText('Machines are paid for by the hour.，继续写。');
      await expect(desk.text('description')).toContainText('A service keeps it running.');
      for (const name of ['Nach der Lesung', 'Zweite Lesung'])
        for (const said of [desk.words('agreement.agreed'), desk.words('agreement.signed-by', { name: 'Anna Weber' }), desk.words('agreement.signed-by', { name: 'Li Ming 李明' })]) await expect(desk.version(name)).toContainText(said);
    }
    await li.open('outline', 'comments');
    await li.panel.getByRole('radio', { name: li.words('agreement.filter.resolved', { count: 2 }) }).click();
    await expect(li.thread('这项服务由谁承担？')).toContainText('Ein unabhängiger Dienstleister.');
    await expect(li.page.locator(`[data-row][data-item="${role}"]`)).toHaveAccessibleName(/Wartungsdienst/);
    await anna.version('Zweite Lesung').getByRole('link', { name: anna.words('signing.record.link') }).click();
    const head = /npm run verify -- --head (\d+-[0-9a-f]{64})/.exec(await anna.page.getByText('npm run verify').first().innerText())?.[1];
    const verified = await runVerify(['--head', head!], { DATABASE_URL: await databaseUrlOf(process.env.ACCORD_E2E_DATA_DIR!), NEXTAUTH_SECRET: 'x'.repeat(40) });
    expect(verified).toEqual({ code: 0, output: expect.stringContaining('Head of the chain') });
  });
});
