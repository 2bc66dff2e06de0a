import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { AccordError } from '@/lib/domain/errors';
import { sessionFromCookies } from '@/lib/sessions/session-from-cookies';
import type { SignedIn } from '@/lib/sessions/signed-in';

/** Who is signed in, or null; asked of the database once a request. */
export const currentPerson = cache(async (): Promise<SignedIn | null> => {
  // Not the `Cookie` header: after an action that began the session anew it would still hold the old one.
  const sent = (await cookies()).getAll();
  return sessionFromCookies(sent.map(({ name, value }) => `${name}=${value}`).join('; '));
});

/**
 * For pages: who is signed in; everybody else is led to the sign-in page.
 * @param returnTo the page's own path (with query), to come back to afterwards
 */
export async function requirePerson(returnTo?: string): Promise<SignedIn> {
  const session = await currentPerson();
  if (!session) redirect(returnTo ? `/sign-in?returnTo=${encodeURIComponent(returnTo)}` : '/sign-in');
  return session;
}

/**
 * For actions and API routes: who acts.
 * @throws AccordError `signed-out`
 */
export async function actingPerson(): Promise<SignedIn> {
  const session = await currentPerson();
  if (!session) throw new AccordError('signed-out');
  return session;
}
