import { randomUUID } from 'node:crypto';
import type { AuthOptions } from 'next-auth';
import { database } from '@/lib/db/client';
import { AccordError } from '@/lib/domain/errors';
import { signIn } from '@/lib/people/sign-in';
import { demoSignInAllowed } from './demo-sign-in';
import { endSession } from './end-session';
import { sessionSeconds } from './issue-session-cookie';
import { requestOrigin } from './request-origin';
import { parseSessionToken } from './session-token';
import { signedIn } from './signed-in';

/** An error's code and number as one word, the only thing next-auth hands through to the page: `too-many-attempts:120`. */
function asWord(error: unknown): string {
  if (!(error instanceof AccordError)) {
    console.error('sign-in', error); // the process keeps what people typed out of its log
    return 'unavailable';
  }
  return 'seconds' in error.details ? `${error.code}:${error.details.seconds}` : error.code;
}

/** next-auth as we use it: e-mail and password, a session in an encrypted cookie that the database can end. */
export const authOptions: AuthOptions = {
  session: { strategy: 'jwt', maxAge: sessionSeconds },
  pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
  providers: [
    {
      id: 'credentials',
      type: 'credentials',
      name: 'Accord',
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      async authorize(credentials, request) {
        const headers: Record<string, unknown> = request.headers ?? {};
        const origin = requestOrigin((name) => (typeof headers[name] === 'string' ? headers[name] : null));
        try {
          return await signIn(database(), {
            email: credentials?.email ?? '',
            password: credentials?.password ?? '',
            address: origin?.address ?? '',
            demoAllowed: demoSignInAllowed(origin),
          });
        } catch (error) {
          throw new Error(asWord(error));
        }
      },
    },
  ],
  callbacks: {
    async jwt({ token, user }) {
      // At a sign-in `user` is what `authorize` returned; nothing but the facts we need goes into the cookie.
      const session = parseSessionToken(
        user ? { sessionId: randomUUID(), personId: user.id, sessionVersion: (user as { sessionVersion?: unknown }).sessionVersion } : token,
      );
      if (!session || !(await signedIn(database(), session))) throw new Error('session has ended');
      return { ...session };
    },
    async session({ session, token }) {
      const held = parseSessionToken(token);
      const now = held && (await signedIn(database(), held));
      return { expires: session.expires, ...(now && { user: { id: now.person.id, name: now.person.name, email: now.person.email } }) };
    },
  },
  events: {
    // next-auth itself only takes the cookie from the browser; a copy of it has to be worth nothing from now on.
    async signOut({ token }) {
      const session = parseSessionToken(token);
      if (session) await endSession(database(), session);
    },
  },
  logger: {
    // An ended session is nothing to report; next-auth clears its cookie.
    error(code, metadata) {
      if (code !== 'JWT_SESSION_ERROR') console.error('next-auth', code, metadata instanceof Error ? metadata : metadata.error);
    },
    warn() {},
    debug() {},
  },
};
