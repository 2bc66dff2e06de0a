import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { stateInPieces } from './state-in-pieces';

/** Three people who write into each other's words, delete, and nest. */
function busyDocument(): Y.Doc {
  const tabs = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
  tabs.forEach((tab, index) => (tab.clientID = index + 1));
  for (let step = 0; step < 400; step++) {
    const tab = tabs[(step * 7) % 3]!;
    const text = tab.getText('text');
    text.insert((step * 31) % (text.length + 1), `word ${step} `);
    if (step % 5 === 0) text.delete((step * 13) % (text.length - 3), 3);
    if (step % 7 === 0) tab.getMap('map').set(`key ${step % 4}`, new Y.Map([['inner', step]]));
    for (const other of tabs) if (other !== tab) Y.applyUpdate(other, Y.encodeStateAsUpdate(tab, Y.encodeStateVector(other)));
  }
  return tabs[0]!;
}

test('rule 5: a large answer comes in pieces, each of which can be integrated when it comes', () => {
  const doc = busyDocument();
  const pieces = stateInPieces(doc, new Uint8Array([0]), 1_000);
  expect(pieces.length).toBeGreaterThan(5);
  const reader = new Y.Doc();
  for (const piece of pieces) {
    Y.applyUpdate(reader, piece);
    expect(reader.store.pendingStructs).toBeNull();
  }
  expect(Y.encodeStateAsUpdate(reader)).toEqual(Y.encodeStateAsUpdate(doc));
});

test('rule 5: it leaves out what the reader has, also within a struct', () => {
  const doc = busyDocument();
  const half = new Y.Doc();
  for (const piece of stateInPieces(doc, new Uint8Array([0]), 1_000).slice(0, 6)) Y.applyUpdate(half, piece);
  const long = new Y.Doc();
  long.clientID = 9;
  long.getText('text').insert(0, 'x'.repeat(5_000));
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(long));
  const part = new Y.Doc();
  part.clientID = 9;
  part.getText('text').insert(0, 'x'.repeat(2_500));
  Y.applyUpdate(half, Y.encodeStateAsUpdate(part));
  const pieces = stateInPieces(doc, Y.encodeStateVector(half), 1_000);
  for (const piece of pieces) Y.applyUpdate(half, piece);
  expect(half.getText('text').toString()).toBe(doc.getText('text').toString());
  expect(Y.encodeStateVector(half)).toEqual(Y.encodeStateVector(doc));
  const sum = pieces.reduce((bytes, piece) => bytes + piece.length, 0);
  expect(sum).toBeLessThan(Y.encodeStateAsUpdate(doc).length);
});

test('a small answer is one update', () => {
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'short');
  expect(stateInPieces(doc, new Uint8Array([0]), 1_000)).toEqual([Y.encodeStateAsUpdate(doc)]);
});
