/** What the sign-in page has to say; `waitSeconds` with `too-many-attempts`. */
export interface SignInFailure {
  readonly code: 'wrong-credentials' | 'too-many-attempts' | 'unavailable';
  readonly waitSeconds?: number;
}

/** Reads the word that `authorize` left in next-auth's `error` parameter (`lib/sessions/auth-options.ts`). */
export function parseFailure(word: string): SignInFailure {
  const [code, seconds] = word.split(':');
  if (code === 'too-many-attempts') return { code, waitSeconds: Number(seconds) || 60 };
  if (code === 'wrong-credentials' || code === 'CredentialsSignin') return { code: 'wrong-credentials' };
  return { code: 'unavailable' };
}
