import { otherPhase, type Phase } from '@/lib/domain/phases';
import type { Box, Scenario } from '@/lib/domain/scenario';
import { layoutPhase, unplacedBoxes } from '@/lib/figures/layout';

/**
 * What has to be written for the other phase, so that roles which stand at the same place in both are moved in both.
 * @param moved where something is moved in `phase`, by id
 * @returns boxes by id; with the places that only the layout gave there, if any has to be written at all
 */
export function placesAlong(scenario: Scenario, phase: Phase, moved: Readonly<Record<string, Box>>): Readonly<Record<string, Box>> {
  const along = commonPlaces(scenario, phase, moved);
  return Object.keys(along).length ? { ...unplacedBoxes(scenario, otherPhase(phase)), ...along } : along;
}

/** Of what is moved in a phase, that which stands at the same place in the other one, too: with the box it gets. */
export function commonPlaces(scenario: Scenario, phase: Phase, moved: Readonly<Record<string, Box>>): Record<string, Box> {
  const [here, there] = [layoutPhase(scenario, phase), layoutPhase(scenario, otherPhase(phase))];
  const isCommon = (id: string): boolean => !!here[id] && !!there[id] && here[id].every((part, index) => part === there[id]![index]);
  return Object.fromEntries(Object.entries(moved).filter(([id]) => scenario.roles.some((role) => role.id === id) && isCommon(id)));
}
