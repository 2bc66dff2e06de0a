import { parseFailure, type SignInFailure } from './failure';

/**
 * Signs in by next-auth's own route.
 * @returns null on success
 */
export async function postCredentials(email: string, password: string): Promise<SignInFailure | null> {
  try {
    const csrf = await fetch('/api/auth/csrf', { cache: 'no-store' });
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    const body = new URLSearchParams({ csrfToken, email, password, json: 'true' });
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
