import type { ScenarioSummary } from '@/lib/db/schema/scenarios';
import type { Scenario } from '@/lib/domain/scenario';

/** What lists show of a scenario: kept in its row, so that a list opens no document. */
export function summaryOf({ title, origin, bestPractice }: Scenario): ScenarioSummary {
  return { title, origin, bestPractice };
}
