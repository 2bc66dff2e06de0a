import { expect, it } from 'vitest';
import { fitLists, type ListToFit } from './fit-lists';

const list = (count: number, height: number, share: number): ListToFit => ({ count, heightOf: () => height, moreHeight: 10, share });

it('shows all that fits', () => {
  expect(fitLists([list(3, 20, 0.4), list(0, 20, 0.4), list(2, 20, 0.2)], 100)).toEqual([3, 0, 2]);
});

it('gives what one list does not need to the others, and keeps room for saying how many more there are', () => {
  // 20 of 400 are not needed by the first: the second has 380 - 80, less the line
  expect(fitLists([list(1, 20, 0.4), list(100, 20, 0.4), list(4, 20, 0.2)], 400)).toEqual([1, 14, 4]);
});

it('leaves every list its share, and at least one entry', () => {
  const [first, second, third] = fitLists([list(500, 20, 0.4), list(500, 20, 0.4), list(500, 20, 0.2)], 500) as [number, number, number];
  expect([first, second, third]).toEqual([9, 10, 4]);
  expect(fitLists([list(5, 300, 0.5), list(5, 300, 0.5)], 100)).toEqual([1, 1]);
});

it('asks for no more heights than a page could hold', () => {
  let asked = 0;
  fitLists([{ ...list(10_000, 20, 1), heightOf: () => (asked++, 20) }], 500);
  expect(asked).toBeLessThan(30);
});
