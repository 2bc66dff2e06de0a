import { canvasScenario, drag, openCanvas, placeOf, pointOf, shape } from '../support/canvas';
import { expect, test } from '../support/e2e';

const there = [400, 240, 168, 72] as const;

test('what one side copies, drops and re-routes between the phases the other sees in the list, and jumps to it; each is one step of undo, as is tidying up', async ({ asAnna, asLi, newScenario }) => {
  const [maker, user, insurer] = canvasScenario.roles;
  const id = await newScenario(asAnna, {
    scenario: {
      ...canvasScenario,
      roles: [maker, user, { ...insurer, phases: { before: { box: there }, after: { box: there } } }],
      relations: [...canvasScenario.relations, { id: 'sends', label: { en: 'delivers machine' }, kind: 'product', source: 'maker', target: 'insurer', phases: ['after'] }],
    },
  });
  await openCanvas(asAnna, id);
  await asLi.goto(`/scenarios/${id}?part=network&panel=changes`);
  const list = asLi.getByRole('tabpanel');
  const entry = (item: string) => list.locator(`[data-jump="${item}"]`);
  await expect(list).toContainText('2 changes');
  await expect(list).toContainText('re-routed');
  await expect(entry('role:user')).toBeVisible(); // dropped

  // copied by mouse: it stands in both, and the relation now differs by its end alone
  const { x, y } = await pointOf(shape(asAnna, 'role:user'));
  await asAnna.mouse.click(x, y);
  await asAnna.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Before and after: Only before' }).click();
  await asAnna.getByRole('menuitem', { name: 'Copy to after' }).click();
  await expect(list).toContainText('1 change');
  await expect(entry('role:user')).toHaveCount(0);

  // dropped, as a key; taken back
  await asAnna.mouse.click(x, y);
  await asAnna.keyboard.press('Shift+D');
  await expect(entry('role:user')).toBeVisible();
  await asAnna.keyboard.press('ControlOrMeta+z');
  await expect(entry('role:user')).toHaveCount(0);

  // both ways of what was re-routed, each in its phase
  await entry('relation:sends').click();
  await expect(shape(asLi, 'relation:sends')).toBeVisible();
  await entry('relation:sends').press('ArrowUp');
  await expect(entry('relation:sells')).toBeFocused();
  await entry('relation:sells').press('Enter');
  await expect(shape(asLi, 'relation:sells')).toBeVisible();
  await expect(shape(asLi, 'relation:sends')).toHaveCount(0);
  await list.getByRole('button', { name: 'Show in one figure' }).click();
  await expect(asLi.getByRole('figure', { name: /changes from before to after/ }).locator('[data-item="relation:sells"] [data-mark=rerouted]')).toHaveCount(1);

  // tidied up: common roles stay together in both phases
  const before = await placeOf(shape(asAnna, 'role:insurer'));
  await asAnna.keyboard.press('Escape');
  await asAnna.getByRole('button', { name: 'Tidy up' }).click();
  await expect.poll(() => placeOf(shape(asAnna, 'role:insurer'))).not.toEqual(before);
  const tidied = await placeOf(shape(asAnna, 'role:insurer'));
  await entry('relation:sends').click();
  await expect.poll(() => placeOf(shape(asLi, 'role:insurer'))).toEqual(tidied);
  await asAnna.locator('.network-canvas .tl-container').focus();
  await asAnna.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => placeOf(shape(asAnna, 'role:insurer'))).toEqual(before);
  await expect.poll(() => placeOf(shape(asLi, 'role:insurer'))).toEqual(before);

  // in the outline, several at once by keys: one step
  await asAnna.getByRole('radio', { name: 'Outline' }).click();
  await asAnna.locator('[data-row=user]').focus();
  await asAnna.keyboard.press('Shift+ArrowDown');
  await expect(asAnna.getByText('2 rows selected')).toBeVisible();
  await asAnna.keyboard.press('Shift+D');
  await expect(entry('role:user')).toBeVisible();
  await expect(entry('role:insurer')).toBeVisible();
  await asAnna.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(entry('role:user')).toHaveCount(0);
  await expect(entry('role:insurer')).toHaveCount(0);
});

test('side by side both phases are edited: what is common moves on both, what is dropped on one stays on the other; list and figure of the changes lead to the side', async ({ asAnna, asLi, newScenario }) => {
  const [maker, user, insurer] = canvasScenario.roles;
  const inBoth = (role: typeof user, box: readonly number[]) => ({ ...role, phases: { before: { box }, after: { box } } });
  const id = await newScenario(asAnna, {
    scenario: {
      ...canvasScenario,
      roles: [maker, inBoth(user, [400, 0, 168, 72]), inBoth(insurer, there)],
      relations: [...canvasScenario.relations, { id: 'sends', label: { en: 'sends data' }, kind: 'data', source: 'maker', target: 'insurer', phases: ['after'] }],
    },
  });
  await openCanvas(asLi, id, 'part=network&phase=after');
  await openCanvas(asAnna, id);
  await asAnna.getByRole('radio', { name: 'Side by side' }).click();
  const onSide = (phase: 'before' | 'after', item: string) => asAnna.locator(`[data-side=${phase}] [data-item="${item}"]`);
  await expect(onSide('after', 'relation:sends')).toBeVisible();
  await expect(onSide('before', 'relation:sells')).toBeVisible();
  const from = await pointOf(onSide('before', 'role:maker'));
  await drag(asAnna, from, { x: from.x + 20, y: from.y + 60 });
  await expect.poll(() => placeOf(shape(asLi, 'role:maker'))).not.toEqual([0, 0]); // she looks at the phase after
  expect(await placeOf(onSide('after', 'role:maker'))).toEqual(await placeOf(onSide('before', 'role:maker')));
  await asAnna.keyboard.press('F6');
  await expect(asAnna.locator('[data-side=after] .tl-container')).toBeFocused();
  await asAnna.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => placeOf(onSide('before', 'role:maker'))).toEqual([0, 0]);
  await expect.poll(() => placeOf(shape(asLi, 'role:maker'))).toEqual([0, 0]);

  // dropped on its side alone; the list leads to the side; the other's mouse is on it
  const dropped = await pointOf(onSide('after', 'role:user'));
  await asAnna.mouse.click(dropped.x, dropped.y);
  await asAnna.keyboard.press('Delete');
  await expect(onSide('after', 'role:user')).toHaveCount(0);
  await expect(onSide('before', 'role:user')).toBeVisible();
  await asAnna.getByRole('button', { name: 'What changes from before to after' }).click();
  await asAnna.locator('[data-jump="role:user"]').click();
  await expect(asAnna).toHaveURL(/sides=1.*item=role:user/);
  await expect(asAnna.getByRole('toolbar', { name: 'Selection' })).toHaveCount(1);
  await expect(asAnna.locator('[data-side=before]').getByRole('toolbar', { name: 'Selection' })).toBeVisible();
  const hers = await pointOf(shape(asLi, 'role:maker'));
  await asLi.mouse.move(hers.x, hers.y);
  await expect(asAnna.locator('[data-side=after] [data-peer-pointer]')).toBeVisible();
  await asAnna.getByRole('radio', { name: 'Changes' }).click();
  await asAnna.getByRole('figure', { name: /changes from before to after/ }).locator('[data-item="role:insurer"]').first().click();
  await expect(onSide('after', 'role:insurer')).toBeVisible();
  await expect(asAnna).toHaveURL(/sides=1.*phase=after/);
  await asAnna.locator('[data-side=after] [data-link-evidence="role:insurer"]').click(); // what is selected is evidence of a cell
  await asAnna.locator('[data-pick="acme:how"]').click();
  await expect(asAnna.locator('td[data-item="cell:acme:how"]')).toContainText('1 piece of evidence');
  for (const _ of ['link', 'deletion']) await asAnna.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(onSide('after', 'role:user')).toHaveCount(1);
});
