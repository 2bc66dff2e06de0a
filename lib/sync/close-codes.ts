/**
 * Why the server closes a socket. 4400–4499 are final: the client must not try again by itself (y-websocket's own
 * convention). All other codes ask for a retry.
 */
export const closeCodes = {
  /** A frame that does not decode, or that says something impossible. */
  malformed: 4400,
  /** No session, or one that has ended. */
  signedOut: 4401,
  /** The person may not see this scenario (any more). */
  forbidden: 4403,
  /** There is no such scenario (said to those who may not know, too). */
  notFound: 4404,
  /** New content from somebody who may not write. */
  readOnly: 4405,
  /** New content under a client id that belongs to somebody else. */
  foreignClient: 4406,
  /** The local copy belongs to an earlier epoch of the document: it can be exported, never merged. */
  epochPassed: 4409,
  /** A frame larger than the server takes. */
  frameTooLarge: 4413,
  /** The edit would take the document over one of its bounds. */
  overBound: 4422,
  /** The document's schema is newer than this client. */
  clientTooOld: 4426,
  /** Too many frames for too long. */
  tooManyFrames: 4429,

  /** The server is going away; another start will answer. */
  goingAway: 1001,
  /** Something failed inside; the log is read afresh. */
  failed: 1011,
  /** The server can't take the socket now (too many, storage failing for too long). */
  tryAgainLater: 1013,
  /** The reader is too slow; it gets everything when it comes back. */
  slowReader: 4500,
} as const;

export type CloseReason = keyof typeof closeCodes;

/** True if a client must not reconnect by itself after a close with this code. */
export const isFinal = (code: number): boolean => code >= 4400 && code < 4500;

/** The name of a close code; null if the server does not use it. */
export function closeReasonOf(code: number): CloseReason | null {
  return (Object.keys(closeCodes) as CloseReason[]).find((reason) => closeCodes[reason] === code) ?? null;
}
