import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepText, textOf } from './keep-text';

const grown = (text: string): fc.Arbitrary<string> =>
  fc.tuple(fc.nat(text.length), fc.nat(30), fc.string({ unit: 'binary', maxLength: 12 })).map(([at, gone, added]) => text.slice(0, at) + added + text.slice(at + gone));

test('gives every text of a row back, without half a character, and keeps one whole now and then', () => {
  const long = '业务😀角色 value network '.repeat(40);
  fc.assert(
    fc.property(fc.gen(), (gen) => {
      let before: { text: string; behind: number } | null = null;
      for (let count = 0; count < 30; count++) {
        const text: string = gen(() => grown(before ? before.text : long)).toWellFormed();
        const kept = keepText(text, before);
        expect(textOf(kept, before ? before.text : '')).toBe(text);
        expect(kept.middle.isWellFormed()).toBe(true);
        expect(kept.behind).toBeLessThanOrEqual(20);
        before = { text, behind: kept.behind };
      }
    }),
    { numRuns: 200 },
  );
});

test('keeps of a small change in a long text little more than the change', () => {
  const long = 'value network '.repeat(1000);
  expect(keepText(`${long.slice(0, 7000)}new ${long.slice(7000)}`, { text: long, behind: 3 })).toEqual({ behind: 4, head: 7000, tail: 7000, middle: 'new ' });
});
