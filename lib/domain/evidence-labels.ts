import type { RelationEvidence, RoleEvidence } from './evidence';
import { emptyLocalized, type Localized } from './languages';
import type { Scenario } from './scenario';

/** The labels by which a role or relation was called when it was last confirmed, as `itemLabels` gives those of one that is there. */
export function formerLabels(evidence: RoleEvidence | RelationEvidence, scenarios: readonly Pick<Scenario, 'roles'>[]): readonly Localized[] | null {
  if (!evidence.rightFor) return null;
  if (evidence.kind === 'role') return [evidence.rightFor.label];
  const labelOf = (id: string): Localized => scenarios.flatMap(({ roles }) => roles.find((role) => role.id === id)?.label ?? [])[0] ?? emptyLocalized;
  return [evidence.rightFor.label, labelOf(evidence.rightFor.source), labelOf(evidence.rightFor.target)];
}
