import { bounds, warnAt } from '@/lib/domain/bounds';
import { measureScenario } from '@/lib/domain/measure-scenario';
import type { Scenario } from '@/lib/domain/scenario';

type Measured = keyof ReturnType<typeof measureScenario>;

/** The bounds that a scenario has come near to. */
export function nearBounds(scenario: Scenario): readonly { readonly bound: Measured; readonly count: number }[] {
  return Object.entries(measureScenario(scenario)).flatMap(([name, count]) => {
    const bound = name as Measured;
    return count >= bounds[bound] * warnAt ? [{ bound, count }] : [];
  });
}
