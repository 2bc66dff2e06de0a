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

/** What of a relation is compared, each said once. */
interface Facts {
  readonly relation: Relation;
  readonly ends: string;
  readonly turned: string;
  readonly label: string;
  readonly kind: string;
  /** Label and kind, if it has a label: what it is known by when its ends differ. */
  readonly known: string | null;
}

/** By what two relations are taken for one, the surest sign first: one key in common is enough. */
const signs: readonly ((facts: Facts, side: Phase) => readonly string[])[] = [
  ({ ends, label, kind }) => [keyOf(ends, label, kind)],
  ({ ends, label }) => [keyOf(ends, label)],
  ({ ends, kind }) => [keyOf(ends, kind)],
  ({ known, relation }) => (known === null ? [] : [keyOf(known, 'source', relation.source), keyOf(known, 'target', relation.target)]),
  ({ known, ends, turned }, side) => (known === null ? [] : [keyOf(known, side === 'before' ? ends : turned)]),
  ({ ends }) => [ends],
  ({ known }) => (known === null ? [] : [known]),
];

/**
 * The relations that stand in one phase only, in pairs where one took the other's place: best match first, each once, ties
 * in the scenario's order. In order of weight: all the same; other kind; other label; one end elsewhere; turned round; other
 * label and kind; both ends elsewhere. Where ends differ, label and kind must be the same, and there has to be a label.
 */
export function pairedRelations(scenario: Pick<Scenario, 'relations'>): PairedRelations {
  const standing = (phase: Phase): Set<Facts> => new Set(scenario.relations.filter(({ phases }) => phases.length === 1 && phases[0] === phase).map(factsOf));
  const dropped = standing('before');
  const added = standing('after');
  const partners = new Map<Relation, Relation>();
  for (const sign of signs) {
    const waiting = grouped([...added].flatMap((facts) => sign(facts, 'after').map((key) => ({ key, facts }))), ({ key }) => key);
    for (const facts of dropped) {
      const partner = sign(facts, 'before').flatMap((key) => waiting.get(key)?.find((each) => added.has(each.facts)) ?? [])[0]?.facts;
      if (!partner) continue;
      partners.set(facts.relation, partner.relation);
      dropped.delete(facts);
      added.delete(partner);
    }
  }
  return {
    pairs: scenario.relations.flatMap((relation) => (partners.has(relation) ? [[relation, partners.get(relation)!] as const] : [])),
    dropped: [...dropped].map(({ relation }) => relation),
    added: [...added].map(({ relation }) => relation),
  };
}

function factsOf(relation: Relation): Facts {
  const { source, target, kind } = relation;
  const label = labelOf(relation);
  const isNamed = languages.some((language) => relation.label[language].trim());
  return { relation, label, ends: keyOf(source, target), turned: keyOf(target, source), kind: String(kind), known: isNamed ? keyOf(label, String(kind)) : null };
}

function differences(from: Relation, to: Relation): RelationDifference[] {
  const differs = {
    rerouted: from.source !== to.source || from.target !== to.target,
    relabelled: labelOf(from) !== labelOf(to),
    kind: from.kind !== to.kind,
  };
  return relationDifferences.filter((difference) => differs[difference]);
}

/** No id, label or kind holds the sign between: texts are sound (`isSoundText`). */
const keyOf = (...parts: readonly string[]): string => parts.join('\0');
const labelOf = ({ label }: Relation): string => keyOf(...languages.map((language) => label[language].normalize('NFC')));
