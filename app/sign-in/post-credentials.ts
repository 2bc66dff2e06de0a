import type { Language } from '@/lib/domain/languages';
import { parseFailure, type SignInFailure } from './failure';

/**
 * Signs in by next-auth's own route.
 * @param chosen the language chosen on the sign-in page, which becomes the person's own; null: the device takes on the person's
 * @returns null on success
 */
export async function postCredentials(email: string, password: string, chosen: Language | null): Promise<SignInFailure | null> {
  try {
    const csrf = await fetch('/api/auth/csrf', { cache: 'no-store' });
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    const body = new URLSearchParams({ csrfToken, email, password, json: 'true', language: chosen ?? '' });
    const answer = await fetch('/api/auth/callback/credentials', { method: 'POST', body });
    const { url } = (await answer.json()) as { url: string };
    const { searchParams } = new URL(url, window.location.origin);
    const error = searchParams.get('error');
    if (error) return parseFailure(error);
    // next-auth answers 200 to a form without its token and leads to its own page; that is no sign-in.
    return answer.ok && !searchParams.has('csrf') ? null : { code: 'unavailable' };
  } catch {
    return { code: 'unavailable' };
  }
}
