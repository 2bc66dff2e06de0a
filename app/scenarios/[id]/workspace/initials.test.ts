import { expect, it } from 'vitest';
import { initials } from './initials';

it.each([
  ['Anna Weber', 'AW'],
  ['Li Ming 李明', 'LM'],
  ['王小梅', '小梅'],
  ['Élodie van der Berg', 'ÉB'],
  ['Olga', 'O'],
  ['', ''],
])('%s → %s', (name, expected) => {
  expect(initials(name)).toBe(expected);
});
