import { phases } from '@/lib/domain/phases';
import type { Scenario } from '@/lib/domain/scenario';
import type { Check } from './finding';

/** Relations that belong to neither value chain yet. */
export const relationsWithoutKind: Check = ({ relations }) => relations.filter(({ kind }) => kind === null).map(({ id }) => ({ item: `relation:${id}` }));

/** Roles that in a phase have nothing to do with any other; a relation to itself joins a role to nobody. */
export const isolatedRoles: Check = (scenario) => {
  const joined = { before: joinedIn(scenario, 'before'), after: joinedIn(scenario, 'after') };
  return scenario.roles.flatMap(({ id, phases: placed }) => {
    const alone = phases.filter((phase) => placed[phase] && !joined[phase].has(id));
    return alone.length ? [{ item: `role:${id}`, phases: alone }] : [];
  });
};

function joinedIn({ relations }: Scenario, phase: (typeof phases)[number]): ReadonlySet<string> {
  return new Set(relations.filter(({ source, target, phases: stands }) => source !== target && stands.includes(phase)).flatMap(({ source, target }) => [source, target]));
}

/** Roles and relations that stand neither in today's network nor in the future one. */
export const inNoPhase: Check = ({ roles, relations }) => [
  ...roles.filter((role) => !phases.some((phase) => role.phases[phase])).map(({ id }) => ({ item: `role:${id}` })),
  ...relations.filter((relation) => relation.phases.length === 0).map(({ id }) => ({ item: `relation:${id}` })),
];

/** Enterprises that assume no role, neither today nor in future. */
export const enterprisesWithoutRole: Check = ({ enterprises, roles }) => {
  const assuming = new Set(roles.flatMap((role) => phases.map((phase) => role.phases[phase]?.enterprise)));
  return enterprises.filter(({ id }) => !assuming.has(id)).map(({ id }) => ({ item: `enterprise:${id}` }));
};
