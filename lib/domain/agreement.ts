/** Who has to sign an offered snapshot, and who has. */
export interface Signatures {
  /**
   * Ids of the delegations that took part when the snapshot was made: those with at least one active person who held
   * a right beyond reading. Fixed then, so that who joins or leaves later changes nothing that has been agreed.
   */
  readonly parties: readonly string[];
  /** Ids of the delegations that have signed the offer of it. */
  readonly signedBy: readonly string[];
}

/** An agreement has two sides at least: a delegation that works on a scenario alone agrees with nobody. */
export const fewestSides = 2;

/**
 * True if every delegation that takes part has signed the snapshot ("agreed" in domain.md). Never stored: it follows
 * from the signatures. A delegation that joined after the snapshot may sign it as well, and then counts as a side.
 */
export function isAgreed(snapshot: Signatures): boolean {
  const signed = new Set(snapshot.signedBy);
  return signed.size >= fewestSides && snapshot.parties.every((party) => signed.has(party));
}

/** How far a scenario has come. */
export type AgreementState =
  /** Nothing is up for signature, and nothing has been agreed. */
  | { readonly state: 'draft' }
  /** Version `number` is up for signature; `agreed`: the last agreed one before it. */
  | { readonly state: 'signing'; readonly number: number; readonly agreed: number | null }
  | { readonly state: 'agreed'; readonly number: number };

/**
 * How far a scenario has come.
 * @param open number of the snapshot that is up for signature
 * @param agreed number of the snapshot that was agreed last
 */
export function agreementState(open: number | null, agreed: number | null): AgreementState {
  if (open !== null) return { state: 'signing', number: open, agreed };
  return agreed === null ? { state: 'draft' } : { state: 'agreed', number: agreed };
}
