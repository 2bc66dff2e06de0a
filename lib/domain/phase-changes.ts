import { grouped } from './grouped';
import { languages } from './languages';
import type { Phase } from './phases';
import type { Relation, Role, Scenario } from './scenario';

/** What can differ between a relation of today's network and the one that takes its place. */
export const relationDifferences = ['rerouted', 'relabelled', 'kind'] as const;
export type RelationDifference = (typeof relationDifferences)[number];

/** One difference between the network before and the network after. */
export type PhaseChange =
  | { readonly change: 'role-added' | 'role-dropped'; readonly role: Role }
  /** It stands in both, assumed by another enterprise; null: by none that is considered. */
  | { readonly change: 'role-moved'; readonly role: Role; readonly from: string | null; readonly to: string | null }
  | { readonly change: 'relation-added' | 'relation-dropped'; readonly relation: Relation }
  /** One that stands only before, and the one that stands only after in its place. */
  | { readonly change: 'relation-changed'; readonly from: Relation; readonly to: Relation; readonly how: readonly RelationDifference[] };

/** What a network of one phase says, without places: who assumes which role, and the relations. */
export interface PhaseNetwork {
  /** Role id → enterprise id. */
  readonly roles: ReadonlyMap<string, string | null>;
  readonly relations: readonly Relation[];
}

export function networkIn(scenario: Pick<Scenario, 'roles' | 'relations'>, phase: Phase): PhaseNetwork {
  return {
    roles: new Map(scenario.roles.flatMap(({ id, phases }) => (phases[phase] ? [[id, phases[phase].enterprise]] : []))),
    relations: scenario.relations.filter(({ phases }) => phases.includes(phase)),
  };
}

/**
 * What becomes of today's network in future: roles added, dropped, moved to another enterprise, then relations added,
 * dropped and changed, each in the scenario's order. A relation has its ends, label and kind once for both phases; so a
 * changed one is two, one before and one after: see `pairedRelations`.
 */
export function phaseChanges(scenario: Pick<Scenario, 'roles' | 'relations'>): PhaseChange[] {
  const { roles } = scenario;
  const { pairs, dropped, added } = pairedRelations(scenario);
  return [
    ...roles.filter(({ phases }) => phases.after && !phases.before).map((role) => ({ change: 'role-added' as const, role })),
    ...roles.filter(({ phases }) => phases.before && !phases.after).map((role) => ({ change: 'role-dropped' as const, role })),
    ...roles.flatMap((role) => {
      const { before, after } = role.phases;
      return before && after && before.enterprise !== after.enterprise ? [{ change: 'role-moved' as const, role, from: before.enterprise, to: after.enterprise }] : [];
    }),
    ...added.map((relation) => ({ change: 'relation-added' as const, relation })),
    ...dropped.map((relation) => ({ change: 'relation-dropped' as const, relation })),
    ...pairs.map(([from, to]) => ({ change: 'relation-changed' as const, from, to, how: differences(from, to) })).filter(({ how }) => how.length > 0),
  ];
}

/**
 * Makes the network after of the one before. Relations that say the same count as the same, whatever their ids.
 * @returns the roles and relations after, in no particular order
 */
export function applyPhaseChanges(before: PhaseNetwork, changes: readonly PhaseChange[]): PhaseNetwork {
  const roles = new Map(before.roles);
  const relations = new Map(before.relations.map((relation) => [relation.id, relation]));
  for (const each of changes) {
    switch (each.change) {
      case 'role-added':
        roles.set(each.role.id, each.role.phases.after?.enterprise ?? null);
        break;
      case 'role-dropped':
        roles.delete(each.role.id);
        break;
      case 'role-moved':
        roles.set(each.role.id, each.to);
        break;
      case 'relation-added':
        relations.set(each.relation.id, each.relation);
        break;
      case 'relation-dropped':
        relations.delete(each.relation.id);
        break;
      case 'relation-changed':
        relations.delete(each.from.id);
        relations.set(each.to.id, each.to);
    }
  }
  return { roles, relations: [...relations.values()] };
}

export interface PairedRelations {
  /** Those that only stand before, each with the one after in its place; also where both say the same. */
  readonly pairs: readonly (readonly [before: Relation, after: Relation])[];
  readonly dropped: readonly Relation[];
  readonly added: readonly Relation[];
}

/** By what two relations are taken for one, the surest sign first: one key in common is enough. */
const signs: readonly ((relation: Relation, side: Phase) => readonly string[])[] = [
  (relation) => [keyOf(endsOf(relation), labelOf(relation), relation.kind)],
  (relation) => [keyOf(endsOf(relation), labelOf(relation))],
  (relation) => [keyOf(endsOf(relation), relation.kind)],
  (relation) => named(relation, keyOf('source', relation.source), keyOf('target', relation.target)),
  (relation, side) => named(relation, keyOf(side === 'before' ? endsOf(relation) : endsOf(relation).toReversed())),
  (relation) => [keyOf(endsOf(relation))],
  (relation) => named(relation, ''),
];

/**
 * The relations that stand in one phase only, in pairs where one took the other's place: best match first, each once, ties
 * in the scenario's order. In order of weight: all the same; other kind; other label; one end elsewhere; turned round; other
 * label and kind; both ends elsewhere. Where ends differ, label and kind must be the same, and there has to be a label.
 */
export function pairedRelations(scenario: Pick<Scenario, 'relations'>): PairedRelations {
  const dropped = new Set(scenario.relations.filter(({ phases }) => phases.length === 1 && phases[0] === 'before'));
  const added = new Set(scenario.relations.filter(({ phases }) => phases.length === 1 && phases[0] === 'after'));
  const partners = new Map<Relation, Relation>();
  for (const sign of signs) {
    const waiting = grouped([...added].flatMap((relation) => sign(relation, 'after').map((key) => ({ key, relation }))), ({ key }) => key);
    for (const relation of dropped) {
      const partner = sign(relation, 'before').flatMap((key) => waiting.get(key)?.find((each) => added.has(each.relation)) ?? [])[0]?.relation;
      if (!partner) continue;
      partners.set(relation, partner);
      dropped.delete(relation);
      added.delete(partner);
    }
  }
  return {
    pairs: scenario.relations.flatMap((relation) => (partners.has(relation) ? [[relation, partners.get(relation)!] as const] : [])),
    dropped: [...dropped],
    added: [...added],
  };
}

function differences(from: Relation, to: Relation): RelationDifference[] {
  const differs = {
    rerouted: from.source !== to.source || from.target !== to.target,
    relabelled: keyOf(labelOf(from)) !== keyOf(labelOf(to)),
    kind: from.kind !== to.kind,
  };
  return relationDifferences.filter((difference) => differs[difference]);
}

const keyOf = (...parts: readonly unknown[]): string => JSON.stringify(parts);
const endsOf = ({ source, target }: Relation): string[] => [source, target];
const labelOf = ({ label }: Relation): string[] => languages.map((language) => label[language].normalize('NFC'));
/** The keys, of a relation with this label and kind; none if it has no label. */
const named = (relation: Relation, ...keys: readonly string[]): string[] =>
  labelOf(relation).some((text) => text.trim()) ? keys.map((key) => keyOf(labelOf(relation), relation.kind, key)) : [];
