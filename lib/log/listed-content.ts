import { findingsOf } from '@/lib/checks/findings-of';
import type { ScenarioSummary } from '@/lib/db/schema/scenarios';
import { itemsOf } from '@/lib/document/items-of';
import type { HashedItem } from '@/lib/domain/positions';
import type { Scenario } from '@/lib/domain/scenario';

/** Raise it when a check, or `itemsOf`, finds something else in the same scenario: what older ones have written is written afresh. */
export const listedVersion = 1;

/**
 * What lists show of a scenario and reckon its distance to agreement from: kept in its row, so that a list opens no document.
 * Whoever writes the content writes all of it.
 */
export function listedContent(scenario: Scenario): { readonly summary: ScenarioSummary; readonly items: readonly HashedItem[] } {
  const { title, origin, bestPractice } = scenario;
  return { summary: { title, origin, bestPractice, findings: findingsOf(scenario).length, version: listedVersion }, items: itemsOf(scenario) };
}
