import { isAgreed } from './agreement';
import type { Language } from './languages';
import type { SignOffRecord } from './sign-off-record';

/**
 * Where an offer stands. `open`: it may be signed; `agreed`: every delegation has signed; `replaced`, `withdrawn`: it ended
 * before. Only a newer offer or a withdrawal ends an open one; nothing ends an agreed one.
 */
export type OfferState = 'open' | 'agreed' | 'replaced' | 'withdrawn';

/** An offer with what has become of it. */
export interface Offer<R extends SignOffRecord = SignOffRecord> {
  /** The record that made it; null for signatures from before offers existed. */
  readonly record: R | null;
  readonly snapshot: number;
  readonly content: string;
  readonly state: OfferState;
  /** The signature of each delegation, by its id. */
  readonly signatures: ReadonlyMap<string, R>;
  /** The latest refusal of each delegation that has not signed since, by its id. */
  readonly refusals: ReadonlyMap<string, R>;
  /** By whom somebody was named a deputy. */
  readonly deputies: readonly R[];
  readonly withdrawal: R | null;
  /** Every record that answers the offer, in order. */
  readonly answers: readonly R[];
  /** Position of the signature that completed it; null unless `agreed`. */
  readonly completed: number | null;
}

/**
 * The offers of one scenario.
 * @param records the scenario's, by position
 * @param partiesOf the delegations that a snapshot asks to sign, by its number
 * @returns oldest first
 */
export function offersOf<R extends SignOffRecord>(records: readonly R[], partiesOf: ReadonlyMap<number, readonly string[]>): Offer<R>[] {
  const groups = new Map<string, R[]>();
  for (const record of records) {
    const key = record.kind === 'offer' ? `offer ${record.position}` : record.offer === null ? `snapshot ${record.snapshot}` : `offer ${record.offer}`;
    groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  const offers = [...groups.values()].map((group) => offerOf(group, partiesOf));
  const newest = offers.findLast(({ record }) => record !== null);
  const isPassed = (offer: Offer<R>): boolean => offer.state === 'open' && (offer.record === null ? newest !== undefined : offer !== newest);
  return offers.map((offer) => (isPassed(offer) ? { ...offer, state: 'replaced' } : offer));
}

function offerOf<R extends SignOffRecord>(group: readonly R[], partiesOf: ReadonlyMap<number, readonly string[]>): Offer<R> {
  const [first] = group as readonly [R, ...R[]];
  const signatures = new Map<string, R>();
  const refusals = new Map<string, R>();
  const parties = partiesOf.get(first.snapshot) ?? [];
  let completed: number | null = null;
  for (const record of group) {
    if (record.delegation === null) continue;
    if (record.kind === 'refusal') refusals.set(record.delegation, record);
    if (record.kind !== 'signature') continue;
    signatures.set(record.delegation, record);
    refusals.delete(record.delegation);
    if (completed === null && isAgreed({ parties, signedBy: [...signatures.keys()] })) completed = record.position;
  }
  const withdrawal = group.find(({ kind }) => kind === 'withdrawal') ?? null;
  return {
    record: first.kind === 'offer' ? first : null,
    snapshot: first.snapshot,
    content: first.content,
    state: completed !== null ? 'agreed' : withdrawal ? 'withdrawn' : 'open',
    signatures,
    refusals,
    deputies: group.filter(({ kind }) => kind === 'deputy'),
    withdrawal,
    answers: group.filter(({ kind }) => kind !== 'offer'),
    completed,
  };
}

/** The offer that may be signed now; undefined if there is none. */
export function openOffer<R extends SignOffRecord>(offers: readonly Offer<R>[]): Offer<R> | undefined {
  return offers.find(({ state, record }) => state === 'open' && record !== null);
}

/** The offer by which the scenario was agreed last; undefined if it never was. */
export function lastAgreed<R extends SignOffRecord>(offers: readonly Offer<R>[]): Offer<R> | undefined {
  return offers.filter(({ completed }) => completed !== null).sort((a, b) => b.completed! - a.completed!)[0];
}

/**
 * Number of the version agreed last if there would be nothing left to agree by offering this one: it says the same, was binding in the
 * same languages, and all who would be asked have signed it; else null.
 */
export function agreedAlready<R extends SignOffRecord>(offers: readonly Offer<R>[], asked: { readonly content: string; readonly parties: readonly string[]; readonly authentic: readonly Language[] }): number | null {
  const last = lastAgreed(offers);
  if (last?.content !== asked.content || !asked.parties.every((party) => last.signatures.has(party))) return null;
  const authentic = last.record?.authentic;
  return authentic?.length === asked.authentic.length && asked.authentic.every((language) => authentic.includes(language)) ? last.snapshot : null;
}
