import * as Y from 'yjs';
import { copiesOf } from './leave-device';
import { deleteDatabase, holdsUnsent, localCopyName, readLocalCopy } from './local-copy';

/** A copy on this device that belongs to an earlier epoch of the document: it can be exported, never merged. */
export interface EarlierCopy {
  readonly name: string;
  /** @rejects if the copy cannot be read */
  read(): Promise<Y.Doc>;
  /** Deletes it for good. */
  discard(): Promise<void>;
}

/** The person's copies of a scenario from before `epoch` that hold edits which no server has acknowledged. */
export async function earlierCopies(person: string, scenario: string, epoch: number): Promise<EarlierCopy[]> {
  const prefix = localCopyName(person, scenario, 0).slice(0, -1);
  const found: EarlierCopy[] = [];
  for (const name of await copiesOf(person)) {
    const itsEpoch = name.startsWith(prefix) ? Number(name.slice(prefix.length)) : NaN;
    if (!(itsEpoch < epoch) || !(await holdsUnsent(name))) continue;
    found.push({
      name,
      async read() {
        const doc = new Y.Doc();
        const state = await readLocalCopy(name);
        if (state) Y.applyUpdate(doc, state);
        return doc;
      },
      discard: () => deleteDatabase(name),
    });
  }
  return found;
}
