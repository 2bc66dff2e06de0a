import { itemName } from '@/lib/domain/items';
import { dimensions, type Cell, type Dimension, type Scenario } from '@/lib/domain/scenario';
import { contradictsClaim } from '@/lib/domain/verdict';
import type { Check } from './finding';

/** Enterprises of which no dimension has been judged. */
export const enterprisesWithoutAssessment: Check = (scenario) =>
  scenario.enterprises
    .filter(({ id }) => {
      const cells = cellsOf(scenario, id);
      return !cells || dimensions.every((dimension) => cells[dimension].change === null);
    })
    .map(({ id }) => ({ item: `enterprise:${id}` }));

/** Changes that are called significant without a word why. */
export const significantWithoutRationale: Check = (scenario) =>
  scenario.enterprises.flatMap(({ id }) => {
    const cells = cellsOf(scenario, id);
    return dimensions
      .filter((dimension) => cells?.[dimension].change === 'significant' && cells[dimension].rationale.trim() === '')
      .map((dimension) => ({ item: itemName({ kind: 'cell', enterprise: id, dimension }) }));
  });

/** Enterprises of which the wording says something else than follows from the table, and nobody has written why. */
export const verdictsAgainstWording: Check = (scenario) =>
  scenario.enterprises
    .filter(({ id, claim, claimReason }) => {
      const cells = cellsOf(scenario, id);
      return cells && contradictsClaim(claim, cells) && claimReason.trim() === '';
    })
    .map(({ id }) => ({ item: `enterprise:${id}` }));

/** An enterprise's row; ids may be named like what every object has. */
function cellsOf({ assessment }: Scenario, enterprise: string): Readonly<Record<Dimension, Cell>> | undefined {
  return Object.hasOwn(assessment, enterprise) ? assessment[enterprise] : undefined;
}
