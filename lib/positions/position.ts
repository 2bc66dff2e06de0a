import type { Delegation } from '@/lib/domain/delegations';
import type { Language } from '@/lib/domain/languages';
import type { NamedPerson } from '@/lib/domain/named-person';
import type { GivenJudgement, GivenPosition, Stance } from '@/lib/domain/positions';
import type { Change } from '@/lib/domain/scenario';

/** What a delegation says of an item, through a named speaker; times are ISO 8601, in UTC. */
export interface Position extends GivenPosition {
  readonly stance: Stance;
  /** The reservation, or a remark; may be empty. */
  readonly note: string;
  readonly by: NamedPerson;
  readonly at: string;
}

/** How a delegation judges an assessment cell on its own. */
export interface Judgement extends GivenJudgement {
  readonly change: Change;
  readonly reason: string;
  /** Hash of the cell's content when it was judged. */
  readonly hash: string;
  readonly by: NamedPerson;
  readonly at: string;
}

/** A side, and whether it has to agree: one that takes part no longer may have said something all the same. */
export interface Side extends Delegation {
  readonly takesPart: boolean;
}

/** What the delegations say of a scenario's items, and for which of them the reader may speak. */
export interface PositionList {
  /** Those that take part, and others that have said something, in their fixed order. */
  readonly sides: readonly Side[];
  readonly positions: readonly Position[];
  readonly judgements: readonly Judgement[];
  /** The authentic languages that the scenario's collection names; null: it belongs to none, and what leads is authentic. */
  readonly authentic: readonly Language[] | null;
  /** `speakFor`: the id of the delegation for which the reader may speak; null if for none. */
  readonly may: { readonly speakFor: string | null };
}

/** What became of a request that names several items. */
export interface Recorded {
  /** Names of the items of which it was recorded. */
  readonly taken: readonly string[];
  /** Those of which it was not: the content has moved on from what the speaker saw (`item-changed`), or there is no such item (any more). */
  readonly refused: readonly { readonly item: string; readonly reason: 'item-changed' | 'not-found' }[];
}
