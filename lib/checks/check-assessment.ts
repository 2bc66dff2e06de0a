import { evidenceToRecheck as toRecheck } from '@/lib/domain/evidence';
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

const cellsThat =
  (isFound: (cell: Cell, scenario: Scenario) => boolean): Check =>
  (scenario) =>
    scenario.enterprises.flatMap(({ id }) => {
      const cells = cellsOf(scenario, id);
      return dimensions.filter((dimension) => cells && isFound(cells[dimension], scenario)).map((dimension) => ({ item: itemName({ kind: 'cell', enterprise: id, dimension }) }));
    });

/** Changes that are called significant without a word why. */
export const significantWithoutRationale = cellsThat(({ change, rationale }) => change === 'significant' && rationale.trim() === '');

/** Changes that are called significant and name no reason. */
export const significantWithoutReason = cellsThat(({ change, reasons }) => change === 'significant' && reasons.length === 0);

/** Changes that are called significant and rest on nothing. */
export const significantWithoutEvidence = cellsThat(({ change, evidence }) => change === 'significant' && evidence.length === 0);

/** Cells of which the evidence has changed since somebody last said that it bears the judgement, or is gone. */
export const evidenceToRecheck = cellsThat(({ evidence }, scenario) => toRecheck(scenario, evidence).length > 0);

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
