import type { CounterpartState } from './counterparts';
import type { Change } from './scenario';

/** What a delegation can say of an item (domain.md, "position"). */
export const stances = ['agree', 'reservation', 'abstain', 'discuss', 'disagree'] as const;
export type Stance = (typeof stances)[number];

/** The longest note to a position and reason of a judgement, in characters. */
export const longestNote = 2_000;

/** An item with what it says: SHA-256 of its canonical content (`itemsOf`). */
export interface HashedItem {
  readonly name: string;
  readonly hash: string;
  /** True for a text that has not been written in this language yet. */
  readonly isBlank: boolean;
  /** Of an assessment cell: the common change; null for one not judged yet, and for every other item. */
  readonly change: Change | null;
  /** Of a written text that is not known to render the leading one as it stands now; absent of every other item. */
  readonly counterpart?: UnsettledCounterpart;
  /** Of a text in the language that leads. */
  readonly leads?: true;
}

export type UnsettledCounterpart = Extract<CounterpartState, 'unconfirmed' | 'out-of-date'>;

/** What a delegation has said of an item, as a row of the record tells it. */
export interface GivenPosition {
  /** `itemName` */
  readonly item: string;
  readonly delegation: string;
  /** null: what it had said is withdrawn. */
  readonly stance: Stance | null;
  /** Hash of the content for which it was given. */
  readonly hash: string;
}

/** A delegation's own judgement of an assessment cell beside the common one; `change` null: withdrawn. */
export interface GivenJudgement {
  /** `itemName` of the cell */
  readonly item: string;
  readonly delegation: string;
  readonly change: Change | null;
}

/** A position as it stands: stale once the content has moved on from what it was given for. */
export interface Standing<P extends GivenPosition = GivenPosition> {
  readonly position: P & { readonly stance: Stance };
  readonly isStale: boolean;
}

/** Item name → delegation → what it says; both missing where nothing was said. */
export type Standings<P extends GivenPosition = GivenPosition> = ReadonlyMap<string, ReadonlyMap<string, Standing<P>>>;

/** True if who takes this stance does not stand in the way of an agreement: no sustained opposition (domain.md, "Consensus"). */
export function consents(stance: Stance): boolean {
  return stance === 'agree' || stance === 'reservation' || stance === 'abstain';
}

/**
 * What each delegation says of each item now.
 * @param positions in the order in which they were given: a later one of the same delegation takes the place of an earlier
 * @returns nothing of items that do not exist (any more)
 */
export function standingOf<P extends GivenPosition>(items: readonly HashedItem[], positions: readonly P[]): Standings<P> {
  const hashes = new Map(items.map(({ name, hash }) => [name, hash]));
  const standings = new Map<string, Map<string, Standing<P>>>();
  for (const position of positions) {
    const hash = hashes.get(position.item);
    if (hash === undefined) continue;
    let ofItem = standings.get(position.item);
    if (!ofItem) standings.set(position.item, (ofItem = new Map<string, Standing<P>>()));
    if (isTaken(position)) ofItem.set(position.delegation, { position, isStale: position.hash !== hash });
    else ofItem.delete(position.delegation);
  }
  return standings;
}

const isTaken = <P extends GivenPosition>(position: P): position is P & { readonly stance: Stance } => position.stance !== null;
