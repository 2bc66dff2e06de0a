import { itemLabel, type ItemMessages } from '@/app/scenarios/item-label';
import { formerLabels } from '@/lib/domain/evidence-labels';
import type { Evidence } from '@/lib/domain/evidence';
import { colonIn, textIn, type Language } from '@/lib/domain/languages';
import { isStandardReason, ownReasonLabel } from '@/lib/domain/reasons';
import type { Scenario } from '@/lib/domain/scenario';

/** Words of the namespace `reasons`. */
export type ReasonMessages = (key: string) => string;

/**
 * How a reason is called in the reader's language.
 * @param scenarios versions to look in for one of the scenario's own; the first that knows it counts
 */
export function reasonWords(id: string, scenarios: readonly Pick<Scenario, 'reasons'>[], language: Language, t: ReasonMessages): string {
  if (isStandardReason(id)) return t(id);
  for (const scenario of scenarios) {
    const label = ownReasonLabel(scenario, id);
    if (label) return textIn(label, language) || t('unnamed');
  }
  return t('gone');
}

/** How a piece of evidence is called: an item by its name, also if it is gone; a passage by its section and its words. */
export function evidenceWords(evidence: Evidence, scenarios: readonly Scenario[], language: Language, t: ItemMessages): string {
  if (evidence.kind !== 'text') return itemLabel(`${evidence.kind}:${evidence.id}`, scenarios, language, t, evidence.rightFor && formerLabels(evidence, scenarios));
  return `${itemLabel(`section:${evidence.section}:${evidence.language}`, scenarios, language, t)}${colonIn(language)}${t('quote', { words: (evidence.says ?? evidence.quote).replace(/\s+/g, ' ') })}`;
}
