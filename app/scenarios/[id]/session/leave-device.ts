import { deleteDatabase, holdsUnsent, localCopyPrefix } from './local-copy';

const channelName = 'accord:signed-out';

/** Sessions open in this tab: closed before their local copies are deleted. */
const openSessions = new Set<() => void>();

/** Registers how to close an open session at sign-out, in this tab or another; returns the unregistering. */
export function closeAtSignOut(person: string, close: () => void): () => void {
  openSessions.add(close);
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(channelName);
  if (channel) channel.onmessage = (event) => event.data === person && close();
  return () => {
    openSessions.delete(close);
    channel?.close();
  };
}

/** True if this device holds edits of that person which no server has acknowledged: to be said before signing out. */
export async function hasUnsentWork(person: string): Promise<boolean> {
  for (const name of await copiesOf(person)) if (await holdsUnsent(name)) return true;
  return false;
}

/** Closes the person's sessions in every tab and deletes all local copies and half-typed texts of that person. */
export async function leaveDevice(person: string): Promise<void> {
  for (const close of [...openSessions]) close();
  if (typeof BroadcastChannel !== 'undefined') {
    const channel = new BroadcastChannel(channelName);
    channel.postMessage(person);
    channel.close();
  }
  for (const name of await copiesOf(person)) await deleteDatabase(name);
  forgetEntries(person);
}

/*
 * Names of local copies are also kept in localStorage, since `indexedDB.databases()` does not exist in every browser.
 */
const listKey = (person: string): string => `${localCopyPrefix(person)}copies`;

/** Notes that a copy of that name exists. */
export function rememberCopy(person: string, name: string): void {
  try {
    localStorage.setItem(listKey(person), JSON.stringify([...new Set([...remembered(person), name])]));
  } catch {
    // No storage: then `databases()` has to do.
  }
}

/** Deletes what this browser remembers of the person by name: the list of copies, half-typed comments. */
function forgetEntries(person: string): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(localCopyPrefix(person))) localStorage.removeItem(key);
  } catch {
    // Nothing was remembered.
  }
}

function remembered(person: string): string[] {
  try {
    const names: unknown = JSON.parse(localStorage.getItem(listKey(person)) ?? '[]');
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
  } catch {
    return [];
  }
}

/** The names of all local copies of a person's. */
export async function copiesOf(person: string): Promise<string[]> {
  const names = new Set(remembered(person));
  if (typeof indexedDB !== 'undefined' && indexedDB.databases) {
    const existing = (await indexedDB.databases()).map((info) => info.name ?? '');
    return existing.filter((name) => names.has(name) || name.startsWith(localCopyPrefix(person)));
  }
  return [...names];
}
