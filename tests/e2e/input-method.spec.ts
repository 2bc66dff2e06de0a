import { expect, test } from '../support/e2e';
import { inputMethodOf } from '../support/input-method';
import { textScenario } from '../support/text-scenario';

test('Chinese composed into a rationale while the other side edits the same one', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: textScenario });
  for (const page of [asAnna, asLi]) await page.goto(`/scenarios/${id}?part=assessment`);
  const [hers, his] = [asAnna, asLi].map((page) => page.locator('td[data-item="cell:acme:who"]').getByRole('textbox')) as [ReturnType<typeof asAnna.locator>, ReturnType<typeof asAnna.locator>];
  await expect(his).toHaveValue('New customers.');
  await his.click();
  await asLi.keyboard.press('ControlOrMeta+End');
  await hers.click();
  await asAnna.keyboard.press('ControlOrMeta+Home');

  const method = await inputMethodOf(asLi);
  await method.compose('xin');
  await method.compose('xin ke hu');
  await asAnna.keyboard.type('Agreed: ');
  await expect(his).toHaveValue('New customers.xin ke hu'); // the composition is left alone
  await expect(hers).toHaveValue('Agreed: New customers.'); // and nobody sees half a word
  await method.pressWhileComposing('Enter');
  await method.pressWhileComposing('Escape');
  await expect(his).toBeFocused();
  await method.choose('新客户');
  for (const field of [hers, his]) await expect(field).toHaveValue('Agreed: New customers.新客户');
  await asLi.keyboard.type('。');
  for (const field of [hers, his]) await expect(field).toHaveValue('Agreed: New customers.新客户。');
  await asLi.reload();
  await expect(his).toHaveValue('Agreed: New customers.新客户。');
});

test('Chinese composed into a paragraph while the other side edits the same one', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: textScenario });
  for (const page of [asAnna, asLi]) await page.goto(`/scenarios/${id}?part=wording`);
  const [hers, his] = [asAnna, asLi].map((page) => page.getByRole('textbox', { name: 'Description, English' })) as [ReturnType<typeof asAnna.locator>, ReturnType<typeof asAnna.locator>];
  await expect(his).toContainText('First paragraph.');
  await his.locator('p').first().click();
  await asLi.keyboard.press('End');
  await hers.locator('p').first().click();
  await asAnna.keyboard.press('Home');

  const method = await inputMethodOf(asLi);
  await method.compose('jia');
  await method.compose('jia zhi');
  await asAnna.keyboard.type('Our ');
  await expect(hers.locator('p').first()).toContainText('Our First paragraph.');
  await expect(hers).not.toContainText('jia');
  await expect(his).toContainText('First paragraph.jia zhi');
  await method.pressWhileComposing('Enter');
  await method.choose('价值');
  await expect(hers.locator(':scope > p')).toHaveText([/Our First paragraph\.价值/, 'Second paragraph.']);
  await expect(his.locator(':scope > p')).toHaveText([/Our First paragraph\.价值/, 'Second paragraph.']);
  await asLi.keyboard.type('网络');
  await expect(hers.locator('p').first()).toContainText('Our First paragraph.价值网络');
  await asLi.reload();
  await expect(his.locator('p').first()).toHaveText('Our First paragraph.价值网络');
});

test('Enter and Escape that belong to the input method leave a name’s field alone', async ({ asAnna, asLi, newScenario }) => {
  const id = await newScenario(asAnna, { scenario: textScenario });
  for (const page of [asAnna, asLi]) await page.goto(`/scenarios/${id}?part=outline`);
  const name = asLi.locator('[data-row][data-item="role:insurer"]').getByRole('textbox');
  await name.click();
  await asLi.keyboard.press('End');
  const method = await inputMethodOf(asLi);
  await method.compose('bao xian');
  await method.pressWhileComposing('Enter');
  await expect(name).toBeFocused();
  await method.choose('保险');
  await method.pressWhileComposing('Escape');
  await expect(name).toBeFocused();
  await expect(asAnna.locator('[data-row][data-item="role:insurer"]').getByRole('textbox')).toHaveValue('Insurer保险');
});
