import { fewestSides } from './agreement';
import { parseItemName } from './items';
import { consents, type GivenJudgement, type HashedItem, type Standings } from './positions';

/**
 * Why an item is not agreed yet: `unseen`: a delegation has never said anything of it; `stale`: its content has moved on
 * from what a delegation spoke of; `differing`: a delegation disagrees, wants to discuss, or judges the cell otherwise;
 * `commented`: a discussion of it is not settled.
 */
export const openReasons = ['unseen', 'stale', 'differing', 'commented'] as const;
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
}

/**
 * True for what both sides are asked about: everything but texts that have not been written in a language other than the
 * working language yet. Nobody can agree to a translation that is still to come, nor does a missing one delay anybody.
 */
export function isAsked({ name, isBlank }: HashedItem): boolean {
  if (!isBlank) return true;
  const item = parseItemName(name);
  return item?.kind !== 'section' || item.language === 'en';
}

/** The items that are not agreed yet, in their order: the agenda. Where fewer than two sides take part, nothing is. */
export function openItems(facts: AgreementFacts): OpenItem[] {
  const differing = differingCells(facts.items, facts.judgements);
  return facts.items.filter(isAsked).flatMap(({ name }): OpenItem[] => {
    const said = facts.standings.get(name);
    const ofParties = facts.parties.map((party) => ({ party, standing: said?.get(party) }));
    // also of a delegation that takes part no longer: what it opposes stays open until it is withdrawn
    const opposed = [...(said?.values() ?? [])].some(({ isStale, position }) => !isStale && !consents(position.stance));
    const found: Readonly<Record<OpenReason, boolean>> = {
      unseen: facts.parties.length < fewestSides || ofParties.some(({ standing }) => !standing),
      stale: ofParties.some(({ standing }) => standing?.isStale),
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
  const of = facts.items.filter(isAsked).length;
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
