import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { carryChange, carryPosition, type TextDelta } from './carry-change';
import { applyTextChange, textChange, type TextChange } from './edit-text';

const apply = (text: string, change: TextChange): string => text.slice(0, change.at) + change.insert + text.slice(change.at + change.remove);

/** Applies the edits and returns what the text's observers were told. */
function deltasOf(text: Y.Text, edits: readonly (readonly [number, number, string])[]): TextDelta[] {
  const deltas: TextDelta[] = [];
  const observe = (event: Y.YTextEvent): void => void deltas.push(event.delta);
  text.observe(observe);
  for (const [from, length, insert] of edits) {
    const at = from % (text.length + 1);
    applyTextChange(text, { at, remove: Math.min(length, text.length - at), insert });
  }
  text.unobserve(observe);
  return deltas;
}

const textOf = (value: string): Y.Text => {
  const text = new Y.Doc().getText('t');
  text.insert(0, value);
  return text;
};

const edits = fc.array(fc.tuple(fc.nat(40), fc.nat(6), fc.constantFrom('', 'r', 'RR', 'remote')), { maxLength: 5 });

describe('carryChange', () => {
  it('keeps what others put in and takes out only what the change took out', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-m]{0,20}$/), fc.nat(20), fc.nat(8), fc.stringMatching(/^[N-Z]{0,5}$/), edits, (before, at, length, insert, remote) => {
        const start = at % (before.length + 1);
        const change: TextChange = { at: start, remove: Math.min(length, before.length - start), insert };
        const text = textOf(before);
        // Letters a–m carry their place of birth, so that one can tell which survived.
        const deltas = deltasOf(text, remote);
        const theirs = text.toString();
        let merged = theirs;
        for (const part of carryChange(change, deltas)) merged = apply(merged, part);

        const remoteLetters = (value: string): string => value.replace(/[^rRemot]/g, '');
        const lower = (value: string): string => value.replace(/[^a-m]/g, '');
        expect(merged.replace(/[^N-QS-Z]/g, '')).toBe(insert.replace(/R/g, ''));
        if (!/[em]/.test(before)) {
          expect(remoteLetters(merged).length).toBe(remoteLetters(theirs).length + (insert.match(/R/g)?.length ?? 0));
          expect(lower(merged).length).toBeGreaterThanOrEqual(lower(theirs).length - change.remove);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is the change itself when nobody did anything', () => {
    const change = textChange('Hersteller', 'Herstellerin');
    expect(carryChange(change!, [])).toEqual([change]);
  });

  it('removes around what a peer put into the removed range', () => {
    const text = textOf('abcdef');
    const deltas = deltasOf(text, [[3, 0, 'X']]);
    let merged = text.toString();
    for (const part of carryChange({ at: 1, remove: 4, insert: '好' }, deltas)) merged = apply(merged, part);
    expect(merged).toBe('a好Xf');
  });

  it('composes before what a peer typed at the same place', () => {
    const text = textOf('Hi');
    const deltas = deltasOf(text, [[2, 0, '!']]);
    expect(carryChange({ at: 2, remove: 0, insert: '你' }, deltas)).toEqual([{ at: 2, remove: 0, insert: '你' }]);
  });
});

describe('carryPosition', () => {
  it('agrees with the relative positions of Yjs on either side', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{0,20}$/), fc.nat(20), fc.tuple(fc.nat(40), fc.nat(6), fc.constantFrom('', 'r', 'RR')), (before, at, edit) => {
        const position = at % (before.length + 1);
        const text = textOf(before);
        const relative = { before: Y.createRelativePositionFromTypeIndex(text, position, -1), after: Y.createRelativePositionFromTypeIndex(text, position, 0) };
        const [delta] = deltasOf(text, [edit]);
        if (!delta) return;
        for (const side of ['before', 'after'] as const) {
          const expected = Y.createAbsolutePositionFromRelativePosition(relative[side], text.doc!)!.index;
          // Inside a range that was replaced both ends of the replacement are right; Yjs answers by its tombstones.
          const inserted = edit[2].length;
          expect(Math.abs(carryPosition(position, delta, side) - expected)).toBeLessThanOrEqual(edit[1] ? inserted : 0);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
