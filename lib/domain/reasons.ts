import type { Localized } from './languages';
import type { Dimension, Reason, Scenario } from './scenario';

/*
 * Why a change counts as significant: how the dimension is addressed in another way than before (report, Methodology). The
 * standard reasons are those with which the report argues; a scenario adds its own.
 */

/** The standard reasons with the dimension for which each is meant first, in the order in which they are listed and stored. */
export const standardReasons = [
  { id: 'new-customer-segment', dimension: 'who' },
  { id: 'direct-customers', dimension: 'who' },
  { id: 'new-value-proposition', dimension: 'what' },
  { id: 'individual-offering', dimension: 'what' },
  { id: 'guaranteed-result', dimension: 'what' },
  { id: 'new-partner', dimension: 'how' },
  { id: 'partner-dropped', dimension: 'how' },
  { id: 'partner-integrated-differently', dimension: 'how' },
  { id: 'activities-taken-over', dimension: 'how' },
  { id: 'usage-data-exchanged', dimension: 'how' },
  { id: 'usage-based-payment', dimension: 'value' },
  { id: 'result-based-payment', dimension: 'value' },
  { id: 'added-service-revenue', dimension: 'value' },
] as const satisfies readonly { readonly id: string; readonly dimension: Dimension }[];
export type StandardReason = (typeof standardReasons)[number]['id'];

export function isStandardReason(id: string): id is StandardReason {
  return standardReasons.some((reason) => reason.id === id);
}

/** The ids of all reasons that cells of a scenario can name, in their order. */
export function reasonIds(own: readonly Pick<Reason, 'id'>[]): readonly string[] {
  return [...standardReasons.map(({ id }) => id), ...own.map(({ id }) => id)];
}

/** How a scenario calls a reason of its own; undefined for a standard one, which has its words in the messages. */
export function ownReasonLabel(scenario: Pick<Scenario, 'reasons'>, id: string): Localized | undefined {
  return scenario.reasons.find((reason) => reason.id === id)?.label;
}

/** How many cells name a reason. */
export function usesOfReason({ assessment }: Pick<Scenario, 'assessment'>, id: string): number {
  return Object.values(assessment).reduce((sum, cells) => sum + Object.values(cells).filter(({ reasons }) => reasons.includes(id)).length, 0);
}
