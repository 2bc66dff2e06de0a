import type { Phase } from '@/lib/domain/phases';
import { pairedRelations } from '@/lib/domain/phase-changes';
import type { Relation, Scenario } from '@/lib/domain/scenario';
import { networkComparison, type NetworkComparison } from './network-comparison';

/**
 * Today's network and the future one of a scenario laid over each other, as `networkComparison` does it with two versions.
 * A relation that took the place of another one is drawn as that one, changed.
 */
export function phaseComparison(scenario: Scenario, look: Omit<NetworkComparison, 'phase' | 'heading'>): { svg: string; marked: number } {
  const formerIds = new Map(pairedRelations(scenario).pairs.map(([before, after]) => [after.id, before.id]));
  const { labels } = look;
  return networkComparison(
    asAfter(scenario, 'before', ({ id }) => id),
    asAfter(scenario, 'after', ({ id }) => formerIds.get(id) ?? id),
    { ...look, phase: 'after', heading: `${labels.before} → ${labels.after}` },
  );
}

/** The network of one phase alone, as if it were the one after. */
function asAfter(scenario: Scenario, phase: Phase, idOf: (relation: Relation) => string): Scenario {
  return {
    ...scenario,
    roles: scenario.roles.flatMap((role) => (role.phases[phase] ? [{ ...role, phases: { after: role.phases[phase] } }] : [])),
    relations: scenario.relations.filter(({ phases }) => phases.includes(phase)).map((relation) => ({ ...relation, id: idOf(relation), phases: ['after'] })),
    notes: [],
  };
}
