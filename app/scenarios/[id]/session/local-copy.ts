import * as Y from 'yjs';

/*
 * The copy of a document on this device (IndexedDB). Not y-indexeddb: that one neither says whether a write was taken nor
 * that the database could not be opened, so nobody could honestly say "kept on this device". The layout is the same in
 * spirit: `updates` holds Yjs updates, `marks` says which tabs hold edits that no server has acknowledged.
 */

const updatesStore = 'updates';
const marksStore = 'marks';
const compactAbove = 200;

/** `accord:<person>:<scenario>:<epoch>`: local copies of different people, or of different epochs, never meet. */
export const localCopyName = (person: string, scenario: string, epoch: number): string => `${localCopyPrefix(person)}${scenario}:${epoch}`;
export const localCopyPrefix = (person: string): string => `accord:${person}:`;

export interface LocalCopy {
  /** What the copy held when it was opened, as one update; null if it was empty. */
  readonly state: Uint8Array | null;
  /** True if it held edits that no server has acknowledged. */
  readonly unsent: boolean;
  /** Writes an update; `unsent` also marks that this tab holds unacknowledged edits. Resolves when the device has it. @rejects if not */
  keep(update: Uint8Array, unsent: boolean): Promise<void>;
  /** Everything that this tab knows of, its own and what it found at opening, has been acknowledged. */
  markAllSent(): Promise<void>;
  close(): void;
  /** Deletes the copy for good. */
  discard(): Promise<void>;
}

/**
 * Opens the local copy of that name, creating it if there is none.
 * @param onLost called when the copy goes away under us (signed out in another tab, deleted by the browser)
 * @rejects where the browser gives no database (some private modes, a full disk)
 */
export async function openLocalCopy(name: string, onLost: () => void): Promise<LocalCopy> {
  const db = await openDatabase(name);
  let open = true;
  const lose = (): void => {
    if (!open) return;
    open = false;
    db.close();
    onLost();
  };
  db.onversionchange = lose;
  db.onclose = lose;
  const { updates, marks } = await readAll(db);
  const own = `${Date.now()}-${Math.random()}`;
  let ownCount = 0;
  return {
    state: updates.length ? Y.mergeUpdates(updates) : null,
    unsent: marks.size > 0,
    async keep(update, unsent) {
      if (!open) throw new Error('the local copy is closed');
      const tx = db.transaction([updatesStore, marksStore], 'readwrite');
      tx.objectStore(updatesStore).add(update);
      if (unsent) tx.objectStore(marksStore).put(++ownCount, own);
      await completed(tx);
    },
    async markAllSent() {
      if (!open) return;
      const tx = db.transaction([marksStore], 'readwrite');
      const store = tx.objectStore(marksStore);
      store.delete(own);
      // Another tab's mark may have moved on since we read it: then it speaks of edits that we do not hold.
      for (const [key, value] of marks) {
        const request = store.get(key);
        request.onsuccess = () => request.result === value && store.delete(key);
      }
      await completed(tx);
    },
    close() {
      open = false;
      db.close();
    },
    async discard() {
      open = false;
      db.close();
      await deleteDatabase(name);
    },
  };
}

/** True if the copy of that name holds edits that no server has acknowledged. */
export async function holdsUnsent(name: string): Promise<boolean> {
  const db = await openDatabase(name);
  try {
    const request = db.transaction([marksStore], 'readonly').objectStore(marksStore).count();
    return (await result(request)) > 0;
  } finally {
    db.close();
  }
}

/** What the copy of that name holds, as one update; null if it is empty. */
export async function readLocalCopy(name: string): Promise<Uint8Array | null> {
  const db = await openDatabase(name);
  try {
    const { updates } = await readAll(db);
    return updates.length ? Y.mergeUpdates(updates) : null;
  } finally {
    db.close();
  }
}

/** Deletes a database; open connections close themselves when they hear of it. */
export function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error('not deleted'));
  });
}

function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(updatesStore, { autoIncrement: true });
      request.result.createObjectStore(marksStore);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not opened'));
  });
}

/** Reads everything, and packs the updates into one where there are many: in one transaction, so that two tabs can't lose one. */
async function readAll(db: IDBDatabase): Promise<{ updates: Uint8Array[]; marks: Map<IDBValidKey, unknown> }> {
  const tx = db.transaction([updatesStore, marksStore], 'readwrite');
  const store = tx.objectStore(updatesStore);
  const all = store.getAll() as IDBRequest<Uint8Array[]>;
  all.onsuccess = () => {
    if (all.result.length <= compactAbove) return;
    const packed = Y.mergeUpdates(all.result);
    store.clear();
    store.add(packed);
  };
  const keys = tx.objectStore(marksStore).getAllKeys();
  const values = tx.objectStore(marksStore).getAll() as IDBRequest<unknown[]>;
  await completed(tx);
  return { updates: all.result, marks: new Map(keys.result.map((key, index) => [key, values.result[index]])) };
}

function completed(tx: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error ?? new Error('not written'));
    tx.onerror = () => reject(tx.error ?? new Error('not written'));
  });
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not read'));
  });
}
