import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RightFor } from '@/lib/domain/counterparts';
import { sideOf } from './diff-text';
import { leadingChanges, stillRight } from './counterpart-changes';

const words = fc.array(fc.constantFrom('supplier', 'operator', 'pays', 'delivers', 'machine', '工业', '设备', '制造商'), { minLength: 1, maxLength: 8 }).map((all) => all.join(' '));
const text = fc.array(words, { maxLength: 7 });
const right = (paragraphs: readonly string[]) => ({ language: 'en' as const, paragraphs });

describe('what has changed in the leading text', () => {
  test('is nothing where nothing has', () => {
    fc.assert(fc.property(text, (paragraphs) => void expect(leadingChanges(paragraphs, paragraphs)).toEqual([])));
    expect(leadingChanges(['e\u0301tat'], ['\u00e9tat'])).toEqual([]);
  });

  test('is exactly the one paragraph that was reworded', () => {
    fc.assert(
      fc.property(fc.uniqueArray(words, { minLength: 1, maxLength: 7 }), fc.nat(), (paragraphs, some) => {
        const at = some % paragraphs.length;
        const is = paragraphs.with(at, `${paragraphs[at]} daily`);
        const changes = leadingChanges(paragraphs, is);
        expect(changes.map((change) => [change.was, change.is, change.at])).toEqual([[paragraphs[at], is[at], at]]);
      }),
    );
  });

  test('tells the words on both sides of each change', () => {
    fc.assert(
      fc.property(text, text, (was, is) => {
        for (const change of leadingChanges(was, is)) {
          expect(sideOf(change.diff, 'deleted')).toBe(change.was ?? '');
          expect(sideOf(change.diff, 'inserted')).toBe(change.is ?? '');
        }
      }),
    );
  });

  test('is gone once each change has been called right, one after the other in any order', () => {
    fc.assert(
      fc.property(text, text, fc.infiniteStream(fc.nat()), (was, is, choice) => {
        let known: RightFor = right(was);
        let left = leadingChanges(known.paragraphs, is);
        for (let step = 0; left.length > 0; step++) {
          if (step > was.length + is.length) throw new Error(`${left.length} changes never end`);
          known = stillRight(known, left[choice.next().value % left.length]!);
          left = leadingChanges(known.paragraphs, is);
        }
        expect(known.paragraphs).toEqual(is);
      }),
      { numRuns: 500 },
    );
  });

  test('knows a paragraph again beside a new one, and one that was taken out', () => {
    const was = ['The supplier delivers the machine.', 'The operator pays once.'];
    const added = leadingChanges(was, ['The bank lends the money.', 'The supplier delivers the new machine.', 'The operator pays once.']);
    expect(added.map((change) => [change.was, change.is])).toEqual([
      [null, 'The bank lends the money.'],
      ['The supplier delivers the machine.', 'The supplier delivers the new machine.'],
    ]);
    expect(leadingChanges(was, ['The operator pays once.'])).toEqual([{ was: was[0], is: null, diff: [{ kind: 'deleted', text: was[0] }], at: 0, now: 0 }]);
  });

  test('is told by words in Chinese, too', () => {
    const [change] = leadingChanges(['制造商交付设备。'], ['制造商租赁设备。']);
    expect(change!.diff).toEqual([
      { kind: 'same', text: '制造商' },
      { kind: 'deleted', text: '交付' },
      { kind: 'inserted', text: '租赁' },
      { kind: 'same', text: '设备。' },
    ]);
  });
});
