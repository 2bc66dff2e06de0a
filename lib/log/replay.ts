import * as Y from 'yjs';
import { entitiesOf, entityKinds } from '@/lib/document/roots';
import { atOnce } from './stretches';

/** Lets others of the process get their turn. */
export const giveWay = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A document to which updates of the log are applied, such that what each changes can be told. */
export function emptyReplay(): Y.Doc {
  const doc = new Y.Doc();
  // Yjs makes a root anew when it is first asked for by its kind: what had changed before then would not be it.
  for (const kind of entityKinds) entitiesOf(doc, kind);
  return doc;
}

/** Applies updates as one transaction. */
export function applyAll(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
}

/** Applies many updates, some at a time. */
export async function applyInTurns(doc: Y.Doc, updates: readonly Uint8Array[]): Promise<void> {
  for (let start = 0; start < updates.length; start += atOnce) {
    applyAll(doc, updates.slice(start, start + atOnce));
    await giveWay();
  }
}
