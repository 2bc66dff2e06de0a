import { decode } from 'next-auth/jwt';
import { database, type Queryable } from '@/lib/db/client';
import { sessionTokenFromCookies } from './session-cookie';
import { parseSessionToken } from './session-token';
import { signedIn, type SignedIn } from './signed-in';

/**
 * Who is signed in by these cookies; the one way for pages, actions, routes and the websocket upgrade alike. The database is
 * asked each time, so an ended session ends everywhere with the next request.
 * @param cookieHeader the request's `Cookie` header
 * @returns null if nobody is, or the session has ended
 * @throws if NEXTAUTH_SECRET is not set
 */
export async function sessionFromCookies(cookieHeader: string | undefined, db: Queryable = database()): Promise<SignedIn | null> {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set');
  const cookie = sessionTokenFromCookies(cookieHeader);
  if (!cookie) return null;
  // An expired, damaged or foreign cookie is nobody's session; what is wrong with it is of no use to anyone.
  const token = parseSessionToken(await decode({ token: cookie, secret }).catch(() => null));
  return token && signedIn(db, token);
}
