import { fewestSides } from './agreement';
import { itemName } from './items';
import type { Language } from './languages';
import type { GivenPosition, HashedItem } from './positions';
import { standingOf } from './positions';
import { sectionKeys } from './scenario';

/**
 * Why a snapshot can't be put up for signature:
 * `one-sided`: fewer than two delegations take part;
 * `disagree`: a delegation stands against an item (also where the item has been reworded since: an objection is sustained until
 *   the delegation says something else of it);
 * `missing-text`: a section has no text in an authentic language;
 * `out-of-date`: a section's text in an authentic language is not known to render the leading one as it stands, since that has
 *   changed or nobody has said so yet.
 */
export type OfferBlocker =
  | { readonly kind: 'one-sided' }
  | { readonly kind: 'disagree'; readonly item: string; readonly delegation: string }
  | { readonly kind: 'missing-text'; readonly item: string }
  | { readonly kind: 'out-of-date'; readonly item: string };

/**
 * What stands in the way of offering a snapshot ("Consensus" in domain.md: no sustained opposition).
 * @param items of the snapshot (`itemsOf`)
 * @param authentic the languages in which the wording is binding
 * @param positions of the scenario, in the order in which they were given
 */
export function offerBlockers({
  parties,
  items,
  authentic,
  positions,
}: {
  readonly parties: readonly string[];
  readonly items: readonly HashedItem[];
  readonly authentic: readonly Language[];
  readonly positions: readonly GivenPosition[];
}): OfferBlocker[] {
  const byName = new Map(items.map((item) => [item.name, item]));
  const texts = sectionKeys.flatMap((section) => authentic.map((language) => itemName({ kind: 'section', section, language })));
  const opposed = [...standingOf(items, positions)].flatMap(([item, said]) =>
    [...said].flatMap(([delegation, { position }]): OfferBlocker[] => (position.stance === 'disagree' ? [{ kind: 'disagree', item, delegation }] : [])),
  );
  return [
    ...(parties.length < fewestSides ? [{ kind: 'one-sided' } as const] : []),
    ...opposed,
    ...texts.filter((item) => byName.get(item)?.isBlank).map((item): OfferBlocker => ({ kind: 'missing-text', item })),
    ...texts.filter((item) => byName.get(item)?.counterpart).map((item): OfferBlocker => ({ kind: 'out-of-date', item })),
  ];
}
