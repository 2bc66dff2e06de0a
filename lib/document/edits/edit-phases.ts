import type * as Y from 'yjs';
import { otherPhase, type Phase } from '@/lib/domain/phases';
import type { Box, Scenario } from '@/lib/domain/scenario';
import { asOneStep, deleteEntities, placeBoxes, setRelationPhase, setRoleEnterprise, setRolePhase } from './edit-entities';

/*
 * Before and after are two views of one network: what stands in which. Each edit is one undo step for all it is given.
 */

/** Ids of roles and relations. */
export interface NetworkItems {
  readonly roles: readonly string[];
  readonly relations: readonly string[];
}

/**
 * Lets roles and relations stand in a phase as they do in the other one: the same place and enterprise. A relation takes
 * its roles along. What stands there already stays as it is.
 * @param places boxes by role id: where they stand in the other phase
 */
export function copyToPhase(doc: Y.Doc, scenario: Scenario, to: Phase, items: NetworkItems, places: Readonly<Record<string, Box>>): void {
  const from = otherPhase(to);
  const relations = scenario.relations.filter(({ id, phases }) => items.relations.includes(id) && !phases.includes(to));
  const wanted = new Set([...items.roles, ...relations.flatMap(({ source, target }) => [source, target])]);
  asOneStep(doc, () => {
    for (const role of scenario.roles) {
      if (!wanted.has(role.id) || role.phases[to]) continue;
      const there = role.phases[from];
      if (there) setRoleEnterprise(doc, role.id, to, there.enterprise);
      if (there && Object.hasOwn(places, role.id)) placeBoxes(doc, to, { [role.id]: places[role.id]! });
      setRolePhase(doc, role.id, to, true);
    }
    for (const { id } of relations) setRelationPhase(doc, id, to, true);
  });
}

/** Takes roles and relations out of a phase. Relations of a role that leaves need no edit: the projection hides them. */
export function takeOutOfPhase(doc: Y.Doc, phase: Phase, items: NetworkItems): void {
  asOneStep(doc, () => {
    for (const id of items.roles) setRolePhase(doc, id, phase, false);
    for (const id of items.relations) setRelationPhase(doc, id, phase, false);
  });
}

/**
 * Takes roles and relations away from a phase: what stands in the other one, too, stays there; what stands nowhere else is deleted.
 * @returns how many were deleted
 */
export function dropFromPhase(doc: Y.Doc, scenario: Scenario, phase: Phase, items: NetworkItems): number {
  const other = otherPhase(phase);
  const stays = {
    roles: new Set(scenario.roles.filter(({ phases }) => phases[other]).map(({ id }) => id)),
    relations: new Set(scenario.relations.filter(({ phases }) => phases.includes(other)).map(({ id }) => id)),
  };
  const staying = { roles: items.roles.filter((id) => stays.roles.has(id)), relations: items.relations.filter((id) => stays.relations.has(id)) };
  const leaving = { roles: items.roles.filter((id) => !stays.roles.has(id)), relations: items.relations.filter((id) => !stays.relations.has(id)) };
  asOneStep(doc, () => {
    takeOutOfPhase(doc, phase, staying);
    deleteEntities(doc, leaving);
  });
  return leaving.roles.length + leaving.relations.length;
}
