import { dimensions, type Cell, type Dimension } from './scenario';

/** `open`: cells that are not judged yet could still change the verdict. */
export type Verdict = 'innovated' | 'not-innovated' | 'open';

/** How many dimensions have to change significantly for a business model to count as innovated (report, Methodology). */
export const innovationThreshold = 2;

/**
 * Whether an enterprise's business model is innovated.
 * @param cells the enterprise's row of the assessment
 */
export function verdictOf(cells: Readonly<Record<Dimension, Cell>>): Verdict {
  const significant = dimensions.filter((dimension) => cells[dimension].change === 'significant').length;
  const unjudged = dimensions.filter((dimension) => cells[dimension].change === null).length;
  if (significant >= innovationThreshold) return 'innovated';
  return significant + unjudged >= innovationThreshold ? 'open' : 'not-innovated';
}
