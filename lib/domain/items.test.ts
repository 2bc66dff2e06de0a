import { expect, it } from 'vitest';
import { isEntityId, itemName, parseItemName, type Item } from './items';

const items: readonly [Item, string][] = [
  [{ kind: 'scenario' }, 'scenario'],
  [{ kind: 'role', id: '4f-_A' }, 'role:4f-_A'],
  [{ kind: 'relation', id: '9' }, 'relation:9'],
  [{ kind: 'enterprise', id: 'sany' }, 'enterprise:sany'],
  [{ kind: 'cell', enterprise: 'sany', dimension: 'who' }, 'cell:sany:who'],
  [{ kind: 'section', section: 'value-proposition', language: 'zh' }, 'section:value-proposition:zh'],
];

it.each(items)('%j has a name that leads back to it', (item, name) => {
  expect(itemName(item)).toBe(name);
  expect(parseItemName(name)).toEqual(item);
});

it.each([
  '', 'scenario:', 'scenario:1', 'role', 'role:', 'role:a:b', 'role:a b', 'role:ä', `role:${'a'.repeat(65)}`, 'note:1', 'cell:sany', 'cell:sany:when',
  'cell::who', 'cell:sany:who:rationale', 'section:description', 'section:description:fr', 'section:intro:en', 'role:__proto__', 'toString',
])('%j is no name of an item', (name) => {
  expect(parseItemName(name)).toBeNull();
});

it('takes ids that are safe in names and as keys of objects', () => {
  for (const good of ['a', 'A-z_09', 'constructor', 'a'.repeat(64)]) expect(isEntityId(good)).toBe(true);
  for (const bad of ['', 'a:b', 'a b', 'ä', '价', '__proto__', 'a'.repeat(65), 'a\n', 1, null, undefined, {}]) expect(isEntityId(bad)).toBe(false);
});
