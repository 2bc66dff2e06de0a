/** A snapshot as the rules of agreement see it. */
export interface SignedSnapshot {
  readonly number: number;
  /**
   * Ids of the delegations that took part when the snapshot was made: those with at least one active person who held
   * a right beyond reading. Fixed then, so that who joins or leaves later changes nothing that has been agreed.
   */
  readonly parties: readonly string[];
  /** Ids of the delegations that have signed it. */
  readonly signedBy: readonly string[];
}

/** An agreement has two sides at least: a delegation that works on a scenario alone agrees with nobody. */
export const fewestSides = 2;

/**
 * True if every delegation that takes part has signed the snapshot ("agreed" in domain.md). Never stored: it follows
 * from the signatures. A delegation that joined after the snapshot may sign it as well, and then counts as a side.
 */
export function isAgreed(snapshot: Pick<SignedSnapshot, 'parties' | 'signedBy'>): boolean {
  const signed = new Set(snapshot.signedBy);
  return signed.size >= fewestSides && snapshot.parties.every((party) => signed.has(party));
}

/** How far a scenario has come. */
export type AgreementState =
  /** Nobody has signed anything (since the last agreement there is, by definition, none). */
  | { readonly state: 'draft' }
  /** The newest signed snapshot lacks signatures; `agreed`: the newest one before it that has them all. */
  | { readonly state: 'signing'; readonly number: number; readonly agreed: number | null }
  | { readonly state: 'agreed'; readonly number: number };

/** How far the scenario with these snapshots (in any order) has come. */
export function agreementOf(snapshots: readonly SignedSnapshot[]): AgreementState {
  const newestWhere = (test: (snapshot: SignedSnapshot) => boolean): number | null =>
    snapshots.filter(test).reduce<number | null>((newest, { number }) => (newest === null || number > newest ? number : newest), null);
  const agreed = newestWhere(isAgreed);
  const signing = newestWhere((snapshot) => snapshot.signedBy.length > 0 && !isAgreed(snapshot));
  if (signing !== null && (agreed === null || signing > agreed)) return { state: 'signing', number: signing, agreed };
  return agreed === null ? { state: 'draft' } : { state: 'agreed', number: agreed };
}
