import { phaseChanges } from '@/lib/domain/phase-changes';
import type { Scenario } from '@/lib/domain/scenario';
import { tidyNetwork } from '@/lib/layout/tidy-network';
import { test } from '../support/e2e';
import { largeScenario } from '../support/large-scenario';
import { measure } from './measure';

/** Every fifth role comes or goes, every third relation takes another one's place. */
function changing({ roles, relations }: { readonly roles: number; readonly relations: number }): Scenario {
  const scenario = largeScenario({ roles, relations });
  const { before, after } = scenario.roles[0]!.phases;
  return {
    ...scenario,
    roles: scenario.roles.map((role, index) => (index % 5 ? role : { ...role, phases: index % 2 ? { before: before! } : { after: after! } })),
    relations: scenario.relations.map((relation, index) =>
      index % 3 ? { ...relation, phases: [index % 3 === 1 ? 'before' : 'after'], label: scenario.relations[index - (index % 3)]!.label, kind: 'product' as const } : relation,
    ),
  };
}

test('the changes of a network of 200 roles and 600 relations', () => {
  const scenario = changing({ roles: 200, relations: 600 });
  measure(`change list, ${phaseChanges(scenario).length} changes`, 50, () => phaseChanges(scenario));
});

test('tidying up', () => {
  for (const size of [
    { roles: 60, relations: 120 },
    { roles: 200, relations: 600 },
    { roles: 500, relations: 1_500 },
  ])
    measure(`tidying up ${size.roles} roles, ${size.relations} relations`, 3, () => tidyNetwork(changing(size), 'before', null));
});
