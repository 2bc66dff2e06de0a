import { dimensions, type Cell, type Claim, type Dimension } from './scenario';

/** `open`: cells that are not judged yet could still change the verdict. */
export type Verdict = 'innovated' | 'not-innovated' | 'open';

/** How many dimensions have to change significantly for a business model to count as innovated (report, Methodology). */
export const innovationThreshold = 2;

/**
 * Whether an enterprise's business model is innovated.
 * @param cells the enterprise's row of the assessment
 */
export function verdictOf(cells: Readonly<Record<Dimension, Pick<Cell, 'change'>>>): Verdict {
  const significant = dimensions.filter((dimension) => cells[dimension].change === 'significant').length;
  const unjudged = dimensions.filter((dimension) => cells[dimension].change === null).length;
  if (significant >= innovationThreshold) return 'innovated';
  return significant + unjudged >= innovationThreshold ? 'open' : 'not-innovated';
}

/**
 * Whether what the wording says of an enterprise's business model excludes what follows from its cells. As long as the cells
 * leave the verdict open, no verdict is excluded.
 * @param cells the enterprise's row of the assessment
 */
export function contradictsClaim(claim: Claim | null, cells: Readonly<Record<Dimension, Cell>>): boolean {
  if (claim === null) return false;
  if (claim === 'not-applicable') return dimensions.some((dimension) => cells[dimension].change === 'none' || cells[dimension].change === 'significant');
  const verdict = verdictOf(cells);
  return verdict !== 'open' && verdict !== claim;
}
