import { itemWords, type ItemMessages } from '@/app/scenarios/item-words';
import { itemLabels } from '@/lib/domain/item-labels';
import { parseItemName } from '@/lib/domain/items';
import type { Language, Localized } from '@/lib/domain/languages';
import type { Scenario } from '@/lib/domain/scenario';

/**
 * How an item is called in the reader's language: `Role “Machine supplier”`; says so if the scenario has it no longer.
 * @param name its `itemName`
 * @param scenarios versions to look in, the first that knows the item counts
 * @param called its labels of once, for where none of them knows it
 */
export function itemLabel(name: string, scenarios: readonly Scenario[], language: Language, t: ItemMessages, called: readonly Localized[] | null = null): string {
  for (const scenario of scenarios) {
    const labels = itemLabels(scenario, name);
    if (labels) return itemWords(t, name, labels, language);
  }
  if (called) return itemWords(t, name, called, language);
  const item = parseItemName(name);
  return item ? t(`${item.kind}-gone`) : t('unknown');
}
