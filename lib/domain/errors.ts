/**
 * An error that a person or an API caller has to be told. `code` becomes words, in the reader's language, at the edge
 * (message `errors.<code>`); `details` fill its blanks.
 */
export class AccordError extends Error {
  override readonly name = 'AccordError';
  constructor(
    readonly code: ErrorCode,
    readonly details: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${code} ${JSON.stringify(details)}`);
  }
}

/** What a request is refused with that bears the id of an earlier one and asks for something else. */
export const requestUsed = (): AccordError => new AccordError('bad-request', { reason: 'request-used' });

/** The message (`errors.<key>`) that an error becomes. */
export const messageOf = ({ code, details }: Pick<AccordError, 'code' | 'details'>): ErrorCode | 'request-used' => (details.reason === 'request-used' ? details.reason : code);

/** Every error code, with the HTTP status that an API answers. */
export const errorStatus = {
  'signed-out': 401,
  'wrong-credentials': 401,
  'too-many-attempts': 429,
  forbidden: 403,
  /** Also said to those who may not know that it exists. */
  'not-found': 404,
  'foreign-origin': 403,
  'bad-request': 400,
  'method-not-allowed': 405,
  'too-large': 413,
  'invalid-scenario': 422,
  'link-spent': 410,
  'weak-password': 422,
  'address-taken': 409,
  'code-taken': 409,
  'account-disabled': 409,
  'last-administrator': 409,
  'last-facilitator': 409,
  'wrong-password': 403,
  'already-signed': 409,
  'already-offered': 409,
  'already-agreed': 409,
  'offer-blocked': 409,
  'offer-ended': 409,
  frozen: 409,
  /** A meeting is under way in which somebody else edits. */
  'presenter-edits': 409,
  'hash-changed': 409,
  /** The content of an item has moved on from what somebody spoke of. */
  'item-changed': 409,
  'not-a-speaker': 403,
  /** Somebody whom the scenario, or the thread, is not open to; also said of people who do not exist. */
  'unknown-person': 422,
  /** What somebody saw has been changed meanwhile. */
  'text-moved': 409,
  'already-decided': 409,
  /** One has undone it before, by another press. */
  'already-taken-back': 409,
  /** Clocks are put forward over it. */
  'no-such-time': 422,
  /** Somebody else has changed the plan meanwhile. */
  'meeting-changed': 409,
  /** The meeting has ended, or was cancelled. */
  'meeting-over': 409,
  'meeting-not-running': 409,
  /** One of the scenarios is being dealt with by another meeting at this moment. */
  'another-meeting-runs': 409,
  'scenario-has-points': 409,
  /** A scenario belongs to one collection at most. */
  'in-another-collection': 409,
  /** Versions of its scenarios are up for signature. */
  'collection-in-signature': 409,
  /** Somebody else has changed the entry meanwhile; `theirs`: its wording now. */
  'entry-changed': 409,
  /** The point holds notes, decisions or actions. */
  'point-has-entries': 409,
  'empty-text': 422,
  'over-bound': 422,
  /** So many reports are being made that another one would wait for minutes. */
  'reports-busy': 503,
  unavailable: 503,
  internal: 500,
} as const;
export type ErrorCode = keyof typeof errorStatus;
