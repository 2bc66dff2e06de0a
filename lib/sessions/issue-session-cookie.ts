import { randomUUID } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import { sessionCookieName } from './session-cookie';
import type { SessionToken } from './session-token';

/** How long a session lasts, in seconds, unless it is ended before. */
export const sessionSeconds = 30 * 24 * 60 * 60;

export interface SessionCookie {
  readonly name: string;
  readonly value: string;
  readonly options: { readonly httpOnly: true; readonly sameSite: 'lax'; readonly path: '/'; readonly secure: boolean; readonly maxAge: number };
}

/**
 * The cookie of a new session, the same as next-auth sets at a sign-in; for those who come in by a link, or whose session has
 * to begin anew because their password changed.
 * @throws if NEXTAUTH_SECRET is not set
 */
export async function issueSessionCookie({ personId, sessionVersion }: Omit<SessionToken, 'sessionId'>): Promise<SessionCookie> {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set');
  const name = sessionCookieName();
  const token: SessionToken = { sessionId: randomUUID(), personId, sessionVersion };
  const value = await encode({ token: { ...token }, secret, maxAge: sessionSeconds });
  return { name, value, options: { httpOnly: true, sameSite: 'lax', path: '/', secure: name.startsWith('__Secure-'), maxAge: sessionSeconds } };
}
