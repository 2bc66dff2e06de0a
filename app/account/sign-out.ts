import { leaveDevice } from '../scenarios/[id]/session/leave-device';

/**
 * Ends this browser's session, closes the person's sockets in every tab and deletes what this device kept of their work.
 * Whoever calls it has asked about unsent work before (`hasUnsentWork`).
 * @throws if the server cannot be reached; then nothing has been deleted
 */
export async function signOut(personId: string): Promise<void> {
  const csrf = await fetch('/api/auth/csrf', { cache: 'no-store' });
  if (!csrf.ok) throw new Error(`sign-out answered ${csrf.status}`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const answer = await fetch('/api/auth/signout', { method: 'POST', body: new URLSearchParams({ csrfToken, json: 'true' }) });
  if (!answer.ok) throw new Error(`sign-out answered ${answer.status}`);
  // The session is over whatever the browser does with its databases; a tab that does not let go of one must not hold us here.
  await Promise.race([leaveDevice(personId).catch(() => {}), new Promise((resolve) => setTimeout(resolve, 3_000))]);
  window.location.assign('/sign-in');
}
