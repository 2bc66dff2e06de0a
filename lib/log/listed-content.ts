import { findingsOf } from '@/lib/checks/findings-of';
import type { ScenarioSummary } from '@/lib/db/schema/scenarios';
import { itemsOf } from '@/lib/document/items-of';
import { assessedEnterprises, type AssessedEnterprise } from '@/lib/domain/assessed-enterprise';
import type { HashedItem } from '@/lib/domain/positions';
import { roleNamesOf, type RoleNames } from '@/lib/domain/role-names';
import type { Scenario } from '@/lib/domain/scenario';

/** Raise it when a check, `itemsOf`, `assessedEnterprises` or `roleNamesOf` finds something else in the same scenario: what older ones have written is written afresh. */
export const listedVersion = 3;

/**
 * What lists and overviews show of a scenario and reckon its distance to agreement from: kept in its row, so that none of them opens
 * a document.
 * Whoever writes the content writes all of it.
 */
export function listedContent(scenario: Scenario): { readonly summary: ScenarioSummary; readonly items: readonly HashedItem[]; readonly assessed: readonly AssessedEnterprise[]; readonly roleNames: RoleNames } {
  const { title, origin, bestPractice } = scenario;
  return { summary: { title, origin, bestPractice, findings: findingsOf(scenario).length, version: listedVersion }, items: itemsOf(scenario), assessed: assessedEnterprises(scenario), roleNames: roleNamesOf(scenario) };
}
