import { collectionFindingsOf, type CheckedScenario } from '@/lib/checks/collection-findings';
import { findingsOf } from '@/lib/checks/findings-of';
import { assessedEnterprises } from '@/lib/domain/assessed-enterprise';
import { roleNamesOf } from '@/lib/domain/role-names';
import type { Scenario } from '@/lib/domain/scenario';
import { importScenario } from '@/lib/exchange/import-scenario';
import { samples } from '@/lib/scenarios/load-samples';
import { test } from '../support/e2e';
import { measure } from './measure';

const checked = (scenario: Scenario, id: string): CheckedScenario => ({ id, enterprises: assessedEnterprises(scenario), names: roleNamesOf(scenario) });

test('the checks over the collection of the examples', () => {
  const scenarios = samples.map(({ id, file }) => ({ id, scenario: importScenario(file) }));
  const all = () => [...scenarios.flatMap(({ scenario }) => findingsOf(scenario)), ...collectionFindingsOf(scenarios.map(({ id, scenario }) => checked(scenario, id)))];
  measure(`all checks in and over ${samples.length} scenarios, ${all().length} findings`, 50, all);
  const kept = scenarios.map(({ id, scenario }) => checked(scenario, id));
  measure('those over the collection alone, of what is kept in rows', 50, () => collectionFindingsOf(kept));
});
