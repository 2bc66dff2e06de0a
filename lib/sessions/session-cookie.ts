const plainName = 'next-auth.session-token';

/** The name of the session's cookie, by the rule of next-auth (`core/lib/cookie`): behind TLS it is bound to TLS. */
export function sessionCookieName(baseUrl: string | undefined = process.env.NEXTAUTH_URL): string {
  return baseUrl?.startsWith('https://') ? `__Secure-${plainName}` : plainName;
}

/**
 * The session's token from a `Cookie` header. next-auth splits long tokens over `<name>.0`, `<name>.1`, …; they are joined
 * in the order of their numbers.
 * @returns null if there is none
 */
export function sessionTokenFromCookies(header: string | undefined, name = sessionCookieName()): string | null {
  const chunks: { readonly number: number; readonly value: string }[] = [];
  for (const pair of (header ?? '').split(';')) {
    const equals = pair.indexOf('=');
    if (equals < 0) continue;
    const key = pair.slice(0, equals).trim();
    const value = pair.slice(equals + 1).trim();
    if (key === name) chunks.push({ number: -1, value });
    else if (key.startsWith(`${name}.`) && /^\d+$/.test(key.slice(name.length + 1))) chunks.push({ number: Number(key.slice(name.length + 1)), value });
  }
  const whole = chunks.find((chunk) => chunk.number === -1);
  if (whole) return whole.value || null;
  return chunks.sort((a, b) => a.number - b.number).map((chunk) => chunk.value).join('') || null;
}
