import type { AssessedEnterprise, NamedReason } from '@/lib/domain/assessed-enterprise';
import { grouped } from '@/lib/domain/grouped';
import { itemName } from '@/lib/domain/items';
import { roleNameKey, type RoleNames } from '@/lib/domain/role-names';
import { dimensions, type Change, type Dimension } from '@/lib/domain/scenario';

/** A scenario of a collection as the checks over the collection know it. */
export interface CheckedScenario {
  readonly id: string;
  readonly enterprises: readonly AssessedEnterprise[];
  /** null: not known yet. */
  readonly names: RoleNames | null;
}

/** What is looked at across the scenarios of a collection, in the order in which findings are listed. */
export const collectionCheckNames = ['reason-judged-differently', 'new-enterprises-differ', 'role-in-no-network'] as const;

/** An item of one of the scenarios. */
export interface Place {
  readonly scenario: string;
  /** `itemName` */
  readonly item: string;
}

/** What some scenarios say, and where. */
export interface Side<S extends string> {
  readonly says: S;
  readonly places: readonly Place[];
}

/** A matter in which scenarios of a collection do not go together: its sides, each with its places. */
export type CollectionFinding =
  /** The same reason is given for a significant change of a dimension in one scenario, and for one that is not in another. */
  | { readonly check: 'reason-judged-differently'; readonly reason: NamedReason; readonly dimension: Dimension; readonly sides: readonly Side<Extract<Change, 'significant' | 'none'>>[] }
  /** An enterprise that is new in the future network has a business model that changes in one scenario, and none that could in another. */
  | { readonly check: 'new-enterprises-differ'; readonly sides: readonly Side<'assessed' | 'not-applicable'>[] }
  /** The wording calls a role by a name that none has in the network of any of the scenarios. */
  | { readonly check: 'role-in-no-network'; readonly name: string; readonly sides: readonly Side<'named'>[] };

/**
 * Where scenarios that will be published together judge the same thing differently, or name roles that none of them has. Pure: a finding goes away as soon as the data
 * say otherwise. What one scenario says of two of its own enterprises is its own affair.
 */
export function collectionFindingsOf(scenarios: readonly CheckedScenario[]): CollectionFinding[] {
  return [...reasonsJudgedDifferently(scenarios), ...newEnterprisesDiffer(scenarios), ...rolesInNoNetwork(scenarios)];
}

function reasonsJudgedDifferently(scenarios: readonly CheckedScenario[]): CollectionFinding[] {
  const named = scenarios.flatMap(({ id, enterprises }) =>
    enterprises.flatMap(({ id: enterprise, cells }) =>
      dimensions.flatMap((dimension) => {
        const { change, reasons } = cells[dimension];
        if (change !== 'significant' && change !== 'none') return [];
        return reasons.map((reason) => ({ reason, dimension, says: change, place: { scenario: id, item: itemName({ kind: 'cell', enterprise, dimension }) } }));
      }),
    ),
  );
  return dimensions.flatMap((dimension) =>
    [...grouped(named.filter((each) => each.dimension === dimension), ({ reason }) => reason.id)].flatMap(([, found]) => {
      const sides = sidesOf(['significant', 'none'], found);
      return differ(sides) ? [{ check: 'reason-judged-differently' as const, reason: found[0]!.reason, dimension, sides }] : [];
    }),
  );
}

function newEnterprisesDiffer(scenarios: readonly CheckedScenario[]): CollectionFinding[] {
  const found = scenarios.flatMap(({ id, enterprises }) =>
    enterprises.flatMap((enterprise) => {
      const says = enterprise.newInFuture ? treatmentOf(enterprise) : null;
      return says ? [{ says, place: { scenario: id, item: itemName({ kind: 'enterprise', id: enterprise.id }) } }] : [];
    }),
  );
  const sides = sidesOf(['assessed', 'not-applicable'], found);
  return differ(sides) ? [{ check: 'new-enterprises-differ', sides }] : [];
}

/** Nothing as long as the names of one of the scenarios are not known: it may be the one that has the role. */
function rolesInNoNetwork(scenarios: readonly CheckedScenario[]): CollectionFinding[] {
  const borne = new Set(scenarios.flatMap(({ names }) => names?.borne ?? []));
  if (scenarios.some(({ names }) => names === null)) return [];
  const named = scenarios.flatMap(({ id: scenario, names }) => (names?.unborne ?? []).map(({ item, name }) => ({ name, says: 'named' as const, place: { scenario, item } })));
  return [...grouped(named.filter(({ name }) => !borne.has(roleNameKey(name))), ({ name }) => roleNameKey(name)).values()].map((found) => ({
    check: 'role-in-no-network',
    name: found[0]!.name,
    sides: sidesOf(['named'], found),
  }));
}

/** Whether the business model of a new enterprise is held to change at all; null: nothing is judged of it, or parts of both. */
function treatmentOf({ cells }: AssessedEnterprise): 'assessed' | 'not-applicable' | null {
  const judged = dimensions.flatMap((dimension) => cells[dimension].change ?? []);
  if (judged.length === 0) return null;
  if (judged.every((change) => change === 'not-applicable')) return 'not-applicable';
  return judged.some((change) => change === 'not-applicable') ? null : 'assessed';
}

/** What was found, by what it says; sides that nobody is on are left out. */
function sidesOf<S extends string>(order: readonly S[], found: readonly { readonly says: S; readonly place: Place }[]): Side<S>[] {
  return order.map((says) => ({ says, places: found.filter((each) => each.says === says).map(({ place }) => place) })).filter(({ places }) => places.length > 0);
}

/** True if one scenario says one thing, and another one something else. */
function differ(sides: readonly Side<string>[]): boolean {
  const [first, second] = sides;
  if (!first || !second) return false;
  return first.places.some(({ scenario }) => second.places.some((place) => place.scenario !== scenario));
}
