/** What a session's cookie holds: which session it is, whose, and the version that the person's sessions had when it began. */
export interface SessionToken {
  /** Random; the same for as long as the session lasts, however often its cookie is renewed. */
  readonly sessionId: string;
  readonly personId: string;
  readonly sessionVersion: number;
}

/** Reads what `next-auth` decrypted from a cookie; null if it is not one of ours, or one that could not be ended by itself. */
export function parseSessionToken(token: unknown): SessionToken | null {
  if (typeof token !== 'object' || token === null) return null;
  const { sessionId, personId, sessionVersion } = token as Record<string, unknown>;
  return typeof sessionId === 'string' && typeof personId === 'string' && typeof sessionVersion === 'number' ? { sessionId, personId, sessionVersion } : null;
}
