import type { RequestOrigin } from './request-origin';

/** True for `localhost`, 127.0.0.0/8 and ::1, with or without a port. */
export function isLoopbackHost(host: string): boolean {
  const name = host.replace(/:\d*$/, '').toLowerCase();
  if (name === 'localhost' || name === '[::1]' || host === '::1') return true;
  const numbers = /^127\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(name);
  return numbers !== null && numbers.slice(1).every((number) => Number(number) <= 255);
}

function isLoopbackUrl(url: string): boolean {
  try {
    return isLoopbackHost(new URL(url).host);
  } catch {
    return false;
  }
}

/**
 * True while the demo people, whose password everybody knows, may sign in: only from this machine, never through a reverse
 * proxy. Asked at every sign-in (operating contract, "Demo people").
 * @param origin the request's stamp; without one the answer is no
 * @param environment `ACCORD_EMBEDDED` (set to 1 by the server where it runs its own Postgres; elsewhere there is no demonstration), `HOST` (default 127.0.0.1) and `NEXTAUTH_URL` (default: an address on this machine)
 */
export function demoSignInAllowed(
  origin: RequestOrigin | null,
  environment: { readonly ACCORD_EMBEDDED?: string | undefined; readonly HOST?: string | undefined; readonly NEXTAUTH_URL?: string | undefined } = process.env,
): boolean {
  if (environment.ACCORD_EMBEDDED !== '1' || !origin || origin.forwarded || !isLoopbackHost(origin.host)) return false;
  return isLoopbackHost(environment.HOST || '127.0.0.1') && (!environment.NEXTAUTH_URL || isLoopbackUrl(environment.NEXTAUTH_URL));
}
