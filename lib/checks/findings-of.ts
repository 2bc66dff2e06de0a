import type { Scenario } from '@/lib/domain/scenario';
import { enterprisesWithoutAssessment, evidenceToRecheck, significantWithoutEvidence, significantWithoutRationale, significantWithoutReason, verdictsAgainstWording } from './check-assessment';
import { enterprisesWithoutRole, inNoPhase, isolatedRoles, relationsWithoutKind } from './check-network';
import { emptyTexts, labelsMissing, rolesNotInNetwork, textsOutOfDate, textsUnconfirmed, withoutLabel } from './check-texts';
import { checkNames, type Check, type CheckName, type Finding } from './finding';

/** Every check by its name. None knows a scenario: what they find goes away as soon as the data say otherwise. */
const checks: Readonly<Record<CheckName, Check>> = {
  'without-label': withoutLabel,
  'relation-without-kind': relationsWithoutKind,
  'isolated-role': isolatedRoles,
  'in-no-phase': inNoPhase,
  'enterprise-without-role': enterprisesWithoutRole,
  'enterprise-without-assessment': enterprisesWithoutAssessment,
  'significant-without-rationale': significantWithoutRationale,
  'significant-without-reason': significantWithoutReason,
  'significant-without-evidence': significantWithoutEvidence,
  'evidence-to-recheck': evidenceToRecheck,
  'verdict-against-wording': verdictsAgainstWording,
  'text-empty': emptyTexts,
  'text-out-of-date': textsOutOfDate,
  'text-unconfirmed': textsUnconfirmed,
  'role-not-in-network': rolesNotInNetwork,
  'label-missing': labelsMissing,
};

/**
 * Where a scenario is not whole, or does not hold together; check by check (`checkNames`), within each in the scenario's
 * order. An item is found at most once by each check, with the same words.
 */
export function findingsOf(scenario: Scenario): Finding[] {
  return checkNames.flatMap((check) => checks[check](scenario).map(({ item, phases = [], languages = [], words = null }) => ({ check, item, phases, languages, words })));
}
