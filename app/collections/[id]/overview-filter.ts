import type { AssessedEnterprise, NamedReason } from '@/lib/domain/assessed-enterprise';
import { dimensions, type Dimension } from '@/lib/domain/scenario';
import { verdictOf, type Verdict } from '@/lib/domain/verdict';
import type { OverviewScenario } from './overview';

export const verdicts = ['innovated', 'not-innovated', 'open'] as const satisfies readonly Verdict[];

/** Which scenarios of a collection are shown; null: that does not matter. */
export interface OverviewFilter {
  readonly origin: string | null;
  /** An enterprise changes significantly in it. */
  readonly dimension: Dimension | null;
  /** Id of a reason that is given for the change of a dimension. */
  readonly reason: string | null;
  /** Of an enterprise. */
  readonly verdict: Verdict | null;
}

/** The address says it as `?origin=CN&dimension=value&reason=new-partner&verdict=innovated`; what makes no sense counts as not said. */
export function parseFilter(search: URLSearchParams): OverviewFilter {
  return {
    origin: search.get('origin') || null,
    dimension: dimensions.find((each) => each === search.get('dimension')) ?? null,
    reason: search.get('reason') || null,
    verdict: verdicts.find((each) => each === search.get('verdict')) ?? null,
  };
}

/** The query that says a filter, with what else stands in `search` kept: `''` or `?…`. */
export function formatFilter(filter: OverviewFilter, search: URLSearchParams): string {
  const query = new URLSearchParams(search);
  for (const key of ['origin', 'dimension', 'reason', 'verdict'] as const) {
    const value = filter[key];
    if (value) query.set(key, value);
    else query.delete(key);
  }
  return query.size ? `?${query}` : '';
}

export const isFiltering = ({ origin, dimension, reason, verdict }: OverviewFilter): boolean => (origin ?? dimension ?? reason ?? verdict) !== null;

/** True if the scenario comes from there, and one of its enterprises is all that is asked for. */
export function passes({ origin, assessed }: Pick<OverviewScenario, 'origin' | 'assessed'>, filter: OverviewFilter): boolean {
  if (filter.origin !== null && origin !== filter.origin) return false;
  if (filter.dimension === null && filter.reason === null && filter.verdict === null) return true;
  return (assessed ?? []).some((enterprise) => isAskedFor(enterprise, filter));
}

/** A dimension and a reason are asked of the same cell. */
function isAskedFor({ cells }: AssessedEnterprise, { dimension, reason, verdict }: OverviewFilter): boolean {
  const isOfCell = (each: Dimension): boolean => (dimension === null || (each === dimension && cells[each].change === 'significant')) && (reason === null || cells[each].reasons.some(({ id }) => id === reason));
  return dimensions.some(isOfCell) && (verdict === null || verdictOf(cells) === verdict);
}

/** The reasons that are given in any of the scenarios, in the order in which they first occur. */
export function reasonsIn(scenarios: readonly Pick<OverviewScenario, 'assessed'>[]): NamedReason[] {
  const given = scenarios.flatMap(({ assessed }) => (assessed ?? []).flatMap(({ cells }) => dimensions.flatMap((dimension) => cells[dimension].reasons)));
  return [...new Map(given.map((reason) => [reason.id, reason])).values()];
}
