import { expect, it } from 'vitest';
import { personColor, personColors, personPalette } from './person-color';

it('gives the people of a room colours of which no two are alike, while there are enough', () => {
  const colorOf = personPalette();
  const people = Array.from({ length: personColors.length }, (_, index) => `person-${index}`);
  const colors = people.map(colorOf);
  expect(new Set(colors).size).toBe(personColors.length);
  expect(people.map(colorOf)).toEqual(colors);
  expect(personColors).toContain(colorOf('one more'));
});

it('gives somebody their own colour where it is free', () => {
  expect(personPalette()('anna')).toBe(personColor('anna'));
});
