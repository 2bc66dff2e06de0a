/** Where to go after signing in: a path of our own, whatever a link claimed. */
export function returnPath(claimed: string | string[] | undefined): string {
  if (typeof claimed !== 'string' || !/^\/(?![/\\])/.test(claimed)) return '/';
  const base = 'http://accord.invalid';
  const url = URL.canParse(claimed, base) ? new URL(claimed, base) : null;
  return url?.origin === base && !url.pathname.startsWith('/sign-in') ? url.pathname + url.search + url.hash : '/';
}
