import { fewestSides } from './agreement';
import { isAuthentic } from './authentic';
import type { Language } from './languages';
import type { GivenPosition, HashedItem } from './positions';
import { standingOf } from './positions';

/**
 * Why a snapshot can't be put up for signature:
 * `one-sided`: fewer than two delegations take part;
 * `agreed`: version `number`, which is agreed, says the same, and nobody is left to sign it (`agreedAlready`);
 * `disagree`: a delegation stands against an item (also where the item has been reworded since: an objection is sustained until
 *   the delegation says something else of it);
 * `missing-text`: a section has no text in an authentic language;
 * `out-of-date`: a section's text in an authentic language is not known to render the leading one as it stands, since that has
 *   changed or nobody has said so yet.
 */
export type OfferBlocker =
  | { readonly kind: 'one-sided' }
  | { readonly kind: 'agreed'; readonly number: number }
  | { readonly kind: 'disagree'; readonly item: string; readonly delegation: string }
  | { readonly kind: 'missing-text'; readonly item: string }
  | { readonly kind: 'out-of-date'; readonly item: string };

/**
 * What stands in the way of offering a snapshot ("Consensus" in domain.md: no sustained opposition).
 * @param items of the snapshot (`itemsOf`)
 * @param authentic see `isAuthentic`
 * @param positions of the scenario, in the order in which they were given
 * @param agreed see `agreedAlready`
 */
export function offerBlockers({
  parties,
  items,
  authentic,
  positions,
  agreed,
}: {
  readonly parties: readonly string[];
  readonly items: readonly HashedItem[];
  readonly authentic: readonly Language[] | null;
  readonly positions: readonly GivenPosition[];
  readonly agreed: number | null;
}): OfferBlocker[] {
  const texts = items.filter((item) => isAuthentic(item, authentic));
  const opposed = [...standingOf(items, positions)].flatMap(([item, said]) =>
    [...said].flatMap(([delegation, { position }]): OfferBlocker[] => (position.stance === 'disagree' ? [{ kind: 'disagree', item, delegation }] : [])),
  );
  return [
    ...(parties.length < fewestSides ? [{ kind: 'one-sided' } as const] : []),
    ...(agreed === null ? [] : [{ kind: 'agreed', number: agreed } as const]),
    ...opposed,
    ...texts.filter(({ isBlank }) => isBlank).map(({ name: item }): OfferBlocker => ({ kind: 'missing-text', item })),
    ...texts.filter(({ counterpart }) => counterpart).map(({ name: item }): OfferBlocker => ({ kind: 'out-of-date', item })),
  ];
}
