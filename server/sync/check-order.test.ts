import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { PoisonedError, RoomDocument } from './room-document';

const anna = { person: 'anna', mayWrite: true };

/** An update by hand: one letter between two given places. */
function letter(client: number, origin: readonly [number, number], rightOrigin: readonly [number, number]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const value of [1, 1, client, 0]) encoding.writeVarUint(encoder, value);
  encoding.writeUint8(encoder, 4 | 128 | 64);
  for (const value of [...origin, ...rightOrigin]) encoding.writeVarUint(encoder, value);
  encoding.writeVarString(encoder, 'x');
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

function roomWith(text: string): { room: RoomDocument; author: number } {
  const doc = new Y.Doc();
  doc.getText('words').insert(0, text);
  return { room: new RoomDocument({ doc, seq: 1, epoch: 1, owners: new Map() }), author: doc.clientID };
}

function apply(room: RoomDocument, update: Uint8Array): void {
  const verdict = room.judge(update, anna);
  if (verdict.outcome !== 'accepted') throw new Error(verdict.outcome);
  room.apply(update, verdict);
}

test('rule 25: an item stands between what it was put between', () => {
  const { room, author } = roomWith('abcdef');
  apply(room, letter(7, [author, 2], [author, 3]));
  apply(room, letter(8, [author, 2], [author, 3]));
  expect(room.doc.getText('words').toString()).toBe('abcxxdef');
});

test.each([[3, 1], [5, 0], [2, 2]])('rule 29: one that says %i to %i is found out', (left, right) => {
  const { room, author } = roomWith('abcdef');
  expect(() => apply(room, letter(7, [author, left], [author, right]))).toThrow(PoisonedError);
});

test('many paragraphs pasted at once before others are in order', () => {
  const room = new RoomDocument({ doc: new Y.Doc(), seq: 1, epoch: 1, owners: new Map() });
  const author = new Y.Doc();
  const updates: Uint8Array[] = [];
  author.on('update', (update: Uint8Array) => updates.push(update));
  const section = author.getXmlFragment('section');
  section.insert(0, [new Y.XmlElement('paragraph')]);
  section.insert(0, Array.from({ length: 5_000 }, () => new Y.XmlElement('paragraph')));
  for (const update of updates) apply(room, update);
  expect(room.doc.getXmlFragment('section').length).toBe(5_001);
});
