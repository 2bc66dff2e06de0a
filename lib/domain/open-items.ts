import { fewestSides } from './agreement';
import { isAuthentic } from './authentic';
import type { Language } from './languages';
import { consents, type GivenJudgement, type HashedItem, type Standings } from './positions';

/**
 * Why an item is not agreed yet: `unseen`: a delegation has never said anything of it; `stale`: its content has moved on
 * from what a delegation spoke of; `out-of-date`: an authentic text that is not known to render the leading one as it stands now; `differing`: a delegation disagrees, wants to discuss, or judges the cell otherwise;
 * `commented`: a discussion of it is not settled.
 */
export const openReasons = ['unseen', 'stale', 'out-of-date', 'differing', 'commented'] as const;
export type OpenReason = (typeof openReasons)[number];

export interface OpenItem {
  readonly name: string;
  /** At least one, in the order of `openReasons`. */
  readonly reasons: readonly OpenReason[];
  /** Delegations that have said nothing of the item as it stands now. */
  readonly waitsFor: readonly string[];
}

/** How far both sides are from agreement: `agreed` of `of` items. */
export interface Distance {
  readonly agreed: number;
  readonly of: number;
}

/** What is known of a scenario's items and what was said of them. */
export interface AgreementFacts {
  readonly items: readonly HashedItem[];
  /** Ids of the delegations that take part. */
  readonly parties: readonly string[];
  readonly standings: Standings;
  /** The latest own judgement of each delegation and cell. */
  readonly judgements: readonly GivenJudgement[];
  /** Names of the items with an unsettled discussion that everybody may see. */
  readonly commented: ReadonlySet<string>;
  /** See `isAuthentic`. */
  readonly authentic: readonly Language[] | null;
}

/**
 * True for what both sides are asked about: everything but texts that have not been written in a language that is not
 * authentic. Nobody can agree to a translation that is still to come, nor does a missing one delay anybody.
 * @param authentic see `isAuthentic`
 */
export function isAsked(item: HashedItem, authentic: readonly Language[] | null): boolean {
  return !item.isBlank || isAuthentic(item, authentic);
}

/** The items that are not agreed yet, in their order: the agenda. Where fewer than two sides take part, nothing is. */
export function openItems(facts: AgreementFacts): OpenItem[] {
  const differing = differingCells(facts.items, facts.judgements);
  return facts.items.filter((item) => isAsked(item, facts.authentic)).flatMap((item): OpenItem[] => {
    const { name } = item;
    const said = facts.standings.get(name);
    const ofParties = facts.parties.map((party) => ({ party, standing: said?.get(party) }));
    // also of a delegation that takes part no longer: what it opposes stays open until it is withdrawn
    const opposed = [...(said?.values() ?? [])].some(({ isStale, position }) => !isStale && !consents(position.stance));
    const found: Readonly<Record<OpenReason, boolean>> = {
      unseen: facts.parties.length < fewestSides || ofParties.some(({ standing }) => !standing),
      stale: ofParties.some(({ standing }) => standing?.isStale),
      'out-of-date': item.counterpart !== undefined && isAuthentic(item, facts.authentic),
      differing: opposed || differing.has(name),
      commented: facts.commented.has(name),
    };
    const reasons = openReasons.filter((reason) => found[reason]);
    const waitsFor = ofParties.filter(({ standing }) => !standing || standing.isStale).map(({ party }) => party);
    return reasons.length ? [{ name, reasons, waitsFor }] : [];
  });
}

/** How many of the items that count are agreed. */
export function distanceOf(facts: AgreementFacts): Distance {
  const of = facts.items.filter((item) => isAsked(item, facts.authentic)).length;
  return { agreed: of - openItems(facts).length, of };
}

/**
 * Names of the cells of which a delegation's own judgement differs from the common one; where they have met, it says
 * nothing more.
 * @param judgements the latest of each delegation and cell
 */
export function differingCells(items: readonly HashedItem[], judgements: readonly GivenJudgement[]): ReadonlySet<string> {
  const common = new Map(items.map(({ name, change }) => [name, change]));
  return new Set(judgements.filter(({ item, change }) => change !== null && common.has(item) && common.get(item) !== change).map(({ item }) => item));
}
