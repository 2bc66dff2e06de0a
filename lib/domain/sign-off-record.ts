import type { Language } from './languages';

/**
 * What the chain of sign-offs consists of. Every record is written once, stands at its position without a gap, and holds the
 * hash of the record before it (`previous`); its own hash is the SHA-256 of its canonical JSON (RFC 8785), which is stored to
 * the byte. All times are the database's, in UTC; what came first is said by the position, never by a clock.
 *
 * What the kinds mean:
 * - `offer`: a facilitator puts snapshot `snapshot`, whose content has the hash `content`, up for signature. Its position is
 *   from then on the offer's number. An offer that was open ends with it ("replaced").
 * - `signature`: `signer` signs the content of the offer for `delegation`. `deputy` is the position of the record by which the
 *   signer was named, or null for a speaker. A signature from before the chain existed has no offer (null).
 * - `refusal`: `signer` declines the offer for `delegation`, for `reason`. The offer stays open; the delegation may still sign.
 * - `deputy`: `signer` names somebody (`named`, a row of `signers`) who may then sign or decline this offer for `delegation`.
 * - `withdrawal`: a facilitator takes the offer back, for `reason` if one is given. Signatures given to it lead to nothing.
 */
export const recordKinds = ['offer', 'signature', 'refusal', 'deputy', 'withdrawal'] as const;
export type RecordKind = (typeof recordKinds)[number];

export interface SignOffRecord {
  readonly version: 1;
  /** 1, 2, 3 … over all scenarios. */
  readonly position: number;
  /** Hash of the record before; `noRecord` for the first. */
  readonly previous: string;
  readonly kind: RecordKind;
  /** ISO 8601 with milliseconds, UTC. */
  readonly at: string;
  /** Id of the scenario. */
  readonly scenario: string;
  /** Number of the snapshot, and the hash of its content. */
  readonly snapshot: number;
  readonly content: string;
  /** Position of the offer that the record answers; null for an offer. */
  readonly offer: number | null;
  /** Id of the delegation for which somebody acts; null for a facilitator's records. */
  readonly delegation: string | null;
  /** A random id in the table of signers, where name and function stand, and the hash of what stands there (`Signer`). */
  readonly signer: string;
  readonly signerHash: string;
  /** Position of the record that names the signer a deputy. */
  readonly deputy: number | null;
  /** Only of kind `deputy`: who is named, as a random id in the table of signers, and the hash of what stands there. */
  readonly named: string | null;
  readonly namedHash: string | null;
  readonly reason: string | null;
  /** Only of kind `offer`: the languages in which the wording was binding then. Absent from records that were written before these were named. */
  readonly authentic?: readonly Language[];
}

/** What stands before the first record. */
export const noRecord = '0'.repeat(64);

/** In what capacity somebody acts. */
export const offices = ['facilitator', 'head', 'speaker', 'deputy'] as const;
export type Office = (typeof offices)[number];

/**
 * Who acted, as it was at that moment. Apart from the chain, so that an account, and if it has to be a name, can go while the
 * chain stays whole: the record knows only the random id and a hash, which nobody can guess a name from without `salt`.
 */
export interface Signer {
  readonly id: string;
  readonly salt: string;
  readonly name: string;
  readonly office: Office;
  /** As the person put it ("Head of department …"); empty if nothing was said. */
  readonly function: string;
  /** Code of the person's delegation then; null: an observer. */
  readonly delegation: string | null;
}

/** The longest function and the longest reason, in characters. */
export const longestFunction = 120;
export const longestReason = 2_000;
