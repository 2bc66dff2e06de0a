import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { editOrigins } from '../edit-origins';
import { applyTextChange, replaceText, textChange } from './edit-text';

const textOf = (value: string): Y.Text => {
  const text = new Y.Doc().getText('t');
  text.insert(0, value);
  return text;
};

/** Letters that repeat, a Chinese one, and two emoji that share their first UTF-16 unit. */
const letters = fc.array(fc.constantFrom('a', 'l', 'l', '好', '😀', '😁', ' '), { maxLength: 14 }).map((parts) => parts.join(''));

const halfPair = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

describe('textChange', () => {
  it('makes `after` of `before`, wherever the caret stands', () => {
    fc.assert(
      fc.property(letters, letters, fc.nat(20), (before, after, caret) => {
        const text = textOf(before);
        const change = textChange(before, after, Math.min(caret, after.length));
        if (change) applyTextChange(text, change);
        expect(change === null).toBe(before === after);
        expect(text.toString()).toBe(after);
      }),
      { numRuns: 3000 },
    );
  });

  it('never tears a pair of surrogates, which Yjs would replace', () => {
    fc.assert(
      fc.property(letters, letters, fc.nat(20), (before, after, caret) => {
        const change = textChange(before, after, Math.min(caret, after.length));
        expect(change?.insert ?? '').not.toMatch(halfPair);
        if (change) expect(before.slice(change.at, change.at + change.remove)).not.toMatch(halfPair);
      }),
      { numRuns: 3000 },
    );
  });

  it('touches no more than what was typed over', () => {
    fc.assert(
      fc.property(letters, fc.nat(20), fc.nat(20), letters, (before, a, b, insert) => {
        const points = [...before].map((_, index, all) => all.slice(0, index).join('').length).concat(before.length);
        const [from, to] = [points[a % points.length]!, points[b % points.length]!].sort((x, y) => x - y) as [number, number];
        const after = before.slice(0, from) + insert + before.slice(to);
        const change = textChange(before, after, from + insert.length);
        if (!change) return;
        expect(change.insert.length).toBeLessThanOrEqual(insert.length);
        expect(change.remove).toBeLessThanOrEqual(to - from);
      }),
      { numRuns: 3000 },
    );
  });

  it('finds the letter that was typed among equal ones by the caret', () => {
    expect(textChange('al', 'all', 2)).toEqual({ at: 1, remove: 0, insert: 'l' });
    expect(textChange('al', 'all', 3)).toEqual({ at: 2, remove: 0, insert: 'l' });
  });

  it('merges with what a peer typed elsewhere at the same time, and keeps both', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-c]{0,12}$/), fc.nat(12), fc.nat(12), (before, mine, theirs) => {
        const here = textOf(before);
        const there = new Y.Doc();
        Y.applyUpdate(there, Y.encodeStateAsUpdate(here.doc!));
        const typed = (at: number, what: string): string => before.slice(0, at) + what + before.slice(at);
        const at = mine % (before.length + 1);
        const peerAt = theirs % (before.length + 1);
        applyTextChange(here, textChange(before, typed(at, 'XY'), at + 2)!);
        applyTextChange(there.getText('t'), textChange(before, typed(peerAt, '你好'), peerAt + 2)!);
        Y.applyUpdate(there, Y.encodeStateAsUpdate(here.doc!));
        Y.applyUpdate(here.doc!, Y.encodeStateAsUpdate(there));
        expect(here.toString()).toBe(there.getText('t').toString());
        expect(here.toString().replace('XY', '').replace('你好', '')).toBe(before);
        if (at !== peerAt) expect(here.toString()).toBe(at < peerAt ? typed(peerAt, '你好').replace(before.slice(0, at), `${before.slice(0, at)}XY`) : typed(at, 'XY').replace(before.slice(0, peerAt), `${before.slice(0, peerAt)}你好`));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('replaceText', () => {
  it('is one step, and writes nothing when nothing differs', () => {
    const text = textOf('Maschine liefern');
    const origins: unknown[] = [];
    text.doc!.on('afterTransaction', (transaction: Y.Transaction) => transaction.changed.size && origins.push(transaction.origin));
    replaceText(text, 'Maschinen liefern');
    replaceText(text, 'Maschinen liefern');
    expect(text.toString()).toBe('Maschinen liefern');
    expect(origins).toEqual([editOrigins.step]);
  });
});
