import type { AgreementState } from '@/lib/domain/agreement';
import type { Localized } from '@/lib/domain/languages';
import type { NamedPerson } from '@/lib/domain/named-person';
import type { OfferState } from '@/lib/domain/offers';

/** A delegation that has to sign a snapshot, or has signed it. */
export interface Party {
  readonly id: string;
  readonly code: string;
  readonly name: Localized;
  /** Null while it has not signed the offer of it. Time: ISO 8601, in UTC. */
  readonly signed: { readonly by: NamedPerson; readonly at: string } | null;
  /** That it has declined, and why, if that is its last word. */
  readonly declined: { readonly by: NamedPerson; readonly at: string; readonly reason: string } | null;
}

/** That a snapshot has been put up for signature. */
export interface SnapshotOffer {
  /** Position of the offer in the chain of sign-offs; null for signatures from before offers existed. */
  readonly number: number | null;
  readonly state: OfferState;
}

/** Made by hand; by the system right before it restored an older version; by the system at the end of a day on which something changed. */
export type SnapshotKind = 'manual' | 'before-restore' | 'daily';

/** A snapshot, apart from its content. */
export interface Snapshot {
  readonly number: number;
  readonly name: string;
  readonly kind: SnapshotKind;
  /** Of kind `before-restore`: the number of the version that was restored right after; else null. */
  readonly restores: number | null;
  /** SHA-256 of the content: what one signs. */
  readonly hash: string;
  /** Null: the system itself. */
  readonly createdBy: NamedPerson | null;
  readonly createdAt: string;
  /** The delegations that take part, and others that have signed, in their fixed order. */
  readonly parties: readonly Party[];
  readonly agreed: boolean;
  /** The offer that counts: the one by which it was agreed, else the last. Null: it was never offered. */
  readonly offer: SnapshotOffer | null;
}

/** The versions of a scenario, and what the reader may do with them. */
export interface SnapshotList {
  /** Newest first. */
  readonly snapshots: readonly Snapshot[];
  readonly agreement: AgreementState;
  /** Since when, and by whom, editing is closed; null: it is open. */
  readonly frozen: { readonly at: string; readonly by: string | null } | null;
  /** `sign`: the id of the delegation for which the reader may sign; null if for none. */
  readonly may: { readonly create: boolean; readonly restore: boolean; readonly offer: boolean; readonly freeze: boolean; readonly sign: string | null };
}
