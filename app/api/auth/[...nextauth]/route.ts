import NextAuth, { type AuthOptions } from 'next-auth';
import { NextResponse, type NextRequest } from 'next/server';
import { languageCookie } from '@/app/account/language-cookie';
import { errorAnswer } from '@/app/api/answer';
import { database } from '@/lib/db/client';
import { AccordError } from '@/lib/domain/errors';
import { isLanguage } from '@/lib/domain/languages';
import { setLocale } from '@/lib/people/set-locale';
import { authOptions } from '@/lib/sessions/auth-options';
import { sessionFromCookies } from '@/lib/sessions/session-from-cookies';

type Context = { readonly params: Promise<{ nextauth: string[] }> };

type Answer = (request: NextRequest, context: Context) => Promise<Response>;
const answer = NextAuth(authOptions) as Answer;

/**
 * next-auth signs out whatever happens: it takes the cookie from the browser even where the session's end could not be
 * stored, so that a copy of the cookie would go on. Here it must not have happened then, and is said so.
 */
async function signOut(request: NextRequest, context: Context): Promise<Response> {
  let failed = false;
  const withEnd: AuthOptions = {
    ...authOptions,
    events: {
      ...authOptions.events,
      async signOut(message) {
        failed = true;
        await authOptions.events?.signOut?.(message);
        failed = false;
      },
    },
  };
  const response = await (NextAuth(withEnd) as Answer)(request, context);
  return failed ? errorAnswer(new AccordError('unavailable')) : response;
}

/** next-auth answers every failed sign-in with 401; being throttled has a status of its own, and says how long it lasts. */
function withThrottleStatus(response: Response, failure: string | null): Response {
  const seconds = /^too-many-attempts:(\d+)$/.exec(failure ?? '')?.[1];
  if (!seconds) return response;
  const headers = new Headers(response.headers);
  headers.set('Retry-After', seconds);
  return new Response(response.body, { status: 429, headers });
}

async function failureOf(response: Response): Promise<string | null> {
  const body: unknown = await response.clone().json().catch(() => null);
  const url = typeof body === 'object' && body !== null && 'url' in body ? body.url : null;
  return typeof url === 'string' ? new URL(url, 'http://localhost').searchParams.get('error') : null;
}

/**
 * Right after a sign-in on our page, which sends a field `language`: one chosen there becomes the person's own; if it is empty,
 * the device takes on the one that the person chose before, perhaps on another device.
 */
async function withLanguage(response: Response, chosen: unknown): Promise<Response> {
  const begun = await sessionFromCookies(response.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0]).join('; '));
  if (!begun) return response;
  if (isLanguage(chosen)) await setLocale(database(), begun.actor, chosen);
  const language = isLanguage(chosen) ? chosen : begun.person.locale;
  if (!language) return response;
  const answered = new NextResponse(response.body, response);
  answered.cookies.set(languageCookie.name, language, languageCookie.options);
  return answered;
}

/** What next-auth offers and nobody here uses: a callback by GET ends in a server error, and anybody could write into our log. */
const isUnused = (method: 'GET' | 'POST', [part]: readonly string[]): boolean => part === '_log' || (method === 'GET' && part === 'callback');

export async function GET(request: NextRequest, context: Context): Promise<Response> {
  return isUnused('GET', (await context.params).nextauth) ? errorAnswer(new AccordError('not-found')) : answer(request, context);
}

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  if (isUnused('POST', (await context.params).nextauth)) return errorAnswer(new AccordError('not-found'));
  // next-auth would let what is no JSON end in a server error.
  const says = request.headers.get('content-type')?.includes('application/json');
  if (says && !(await request.clone().json().then(() => true, () => false))) return new Response(null, { status: 400 });
  if ((await context.params).nextauth[0] === 'signout') return signOut(request, context);
  const form = says ? null : await request.clone().formData().catch(() => null);
  const response = await answer(request, context);
  if (response.status === 401) return withThrottleStatus(response, await failureOf(response));
  const language = form?.get('language') ?? null;
  if (language === null) return response;
  return withLanguage(response, language).catch(() => response); // a convenience that must not keep anybody out
}
