import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { decodeFrame, type Frame } from '@/server/sync/decode-frame';
import { MalformedError } from '@/server/sync/byte-reader';
import { PoisonedError, RoomDocument } from '@/server/sync/room-document';
import { furnish, hostileFrame } from './support/hostile-frames';
import { seededRandom } from './support/seeded-random';
import { canonicalState } from './support/sync-world';

/**
 * Rules 20–29 without a network, so that many seeds fit into a moment: whatever passes the gate leaves a document that every
 * replica reads the same, also one that hears of it all at once and in another order.
 */
const seeds = 3_000;
/** A fresh document every so often keeps it small, and the test quick. */
const seedsPerDocument = 60;
/** Seeds that once failed. */
const corpus: readonly number[] = [];

const furnished = (): Y.Doc => {
  const doc = new Y.Doc();
  doc.clientID = 5;
  furnish(doc);
  return doc;
};
const roomOf = (doc: Y.Doc, owners: Map<number, string | null>): RoomDocument => new RoomDocument({ doc, seq: 1, epoch: 1, owners });

/** Read from a copy: a replica that has made a text of its root tidies up formatting by itself. */
function wordsOf(doc: Y.Doc): unknown {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy.getText('words').toDelta();
}

function frameOf(bytes: Uint8Array): Frame | null {
  try {
    return decodeFrame(bytes);
  } catch (error) {
    if (error instanceof MalformedError) return null;
    throw error;
  }
}

test('whatever passes the gate, replicas agree', { timeout: 240_000 }, () => {
  let room = roomOf(furnished(), new Map([[5, 'anna']]));
  let witness = new Y.Doc();
  Y.applyUpdate(witness, Y.encodeStateAsUpdate(room.doc));
  const outcomes = { accepted: 0, refused: 0, 'nothing-new': 0, gap: 0, poisoned: 0 };
  for (const seed of [...corpus, ...Array.from({ length: seeds }, (_, index) => index + 1)]) {
    if (seed % seedsPerDocument === 0) {
      room = roomOf(furnished(), new Map([[5, 'anna']]));
      witness = new Y.Doc();
      Y.applyUpdate(witness, Y.encodeStateAsUpdate(room.doc));
    }
    const own = new Y.Doc();
    own.clientID = 1_000_000 + seed;
    Y.applyUpdate(own, Y.encodeStateAsUpdate(witness));
    const frame = frameOf(hostileFrame(own, seededRandom(seed)));
    if (frame?.kind !== 'update') continue;
    const before = Y.encodeStateAsUpdate(room.doc);
    const verdict = room.judge(frame.update, { person: 'mallory', mayWrite: true });
    expect(Y.encodeStateAsUpdate(room.doc), `seed ${seed}: judging changes nothing`).toEqual(before);
    outcomes[verdict.outcome]++;
    if (verdict.outcome !== 'accepted') continue;
    try {
      const added = room.apply(frame.update, verdict);
      for (const clientId of verdict.clientIds) room.owners.set(clientId, 'mallory');
      if (added) Y.applyUpdate(witness, added);
    } catch (error) {
      if (!(error instanceof PoisonedError)) throw error;
      outcomes.poisoned++;
      const reread = new Y.Doc();
      Y.applyUpdate(reread, Y.encodeStateAsUpdate(witness));
      room = roomOf(reread, room.owners);
    }
    const newcomer = new Y.Doc();
    Y.applyUpdate(newcomer, Y.encodeStateAsUpdate(room.doc));
    expect(canonicalState(newcomer), `seed ${seed}: newcomer = witness`).toBe(canonicalState(witness));
    expect(wordsOf(newcomer), `seed ${seed}: words`).toEqual(wordsOf(witness));
  }
  expect(outcomes.accepted).toBeGreaterThan(seeds / 60);
  expect(outcomes.refused).toBeGreaterThan(seeds / 20);
});
