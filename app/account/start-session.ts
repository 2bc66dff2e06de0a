import { cookies } from 'next/headers';
import { issueSessionCookie } from '@/lib/sessions/issue-session-cookie';

/** Signs this browser in, in an action or a route, after the verb that has checked who it is. */
export async function startSession(session: { readonly id: string; readonly sessionVersion: number }): Promise<void> {
  const { name, value, options } = await issueSessionCookie({ personId: session.id, sessionVersion: session.sessionVersion });
  (await cookies()).set(name, value, options);
}
