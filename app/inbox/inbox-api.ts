import type { Inbox } from '@/lib/inbox/inbox-entry';

/** What the server answered, or null: not reached, refused, or signed out (then the page leads to the sign-in). */
async function ask<T>(path: string, init: RequestInit = {}): Promise<T | null> {
  try {
    const answer = await fetch(path, { cache: 'no-store', ...init });
    if (answer.status === 401) location.reload();
    return answer.ok ? ((await answer.json()) as T) : null;
  } catch {
    return null;
  }
}

/** On a line that has silently broken the next question shall not wait for ever. */
const patience = 15_000;

export const readInbox = (before?: string): Promise<Inbox | null> => ask<Inbox>(`/api/inbox${before ? `?before=${before}` : ''}`, { signal: AbortSignal.timeout(patience) });

/** @returns the ids of the entries that have changed. Goes out even if the page is being left. */
export async function sendMarks(marks: { readonly ids: readonly string[]; readonly read: boolean } | { readonly until: string; readonly read: true }): Promise<readonly string[] | null> {
  const sent = { method: 'POST', keepalive: true, headers: { 'content-type': 'application/json' }, body: JSON.stringify(marks) };
  return (await ask<{ ids: string[] }>('/api/inbox/read', sent))?.ids ?? null;
}
