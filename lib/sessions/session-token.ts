/** What a session's cookie holds: whose it is, and the version that the person's sessions had when it began. */
export interface SessionToken {
  readonly personId: string;
  readonly sessionVersion: number;
}

/** Reads what `next-auth` decrypted from a cookie; null if it is not one of ours. */
export function parseSessionToken(token: unknown): SessionToken | null {
  if (typeof token !== 'object' || token === null) return null;
  const { personId, sessionVersion } = token as Record<string, unknown>;
  return typeof personId === 'string' && typeof sessionVersion === 'number' ? { personId, sessionVersion } : null;
}
