import { itemLabels } from '@/lib/domain/item-labels';
import { parseItemName } from '@/lib/domain/items';
import { textIn, type Language, type Localized } from '@/lib/domain/languages';
import type { Scenario } from '@/lib/domain/scenario';

/** Messages of the namespace `agreement.item`, in whichever language. */
export type ItemMessages = (key: string, values?: Record<string, string>) => string;

/**
 * How an item is called in the reader's language: `Role “Machine supplier”`; says so if the scenario has it no longer.
 * @param name its `itemName`
 * @param scenarios versions to look in, the first that knows the item counts
 * @param called its labels of once, for where none of them knows it
 */
export function itemLabel(name: string, scenarios: readonly Scenario[], language: Language, t: ItemMessages, called: readonly Localized[] | null = null): string {
  for (const scenario of scenarios) {
    const labels = itemLabels(scenario, name);
    if (labels) return notedItemLabel(name, labels, language, t);
  }
  if (called) return notedItemLabel(name, called, language, t);
  const item = parseItemName(name);
  return item ? t(`${item.kind}-gone`) : t('unknown');
}

/** The same where no scenario is at hand, by the labels that were noted with the item (`itemLabels`). */
export function notedItemLabel(name: string, labels: readonly Localized[], language: Language, t: ItemMessages): string {
  const label = (index: number): string => (labels[index] && textIn(labels[index], language)) || t('unnamed');
  const item = parseItemName(name);
  switch (item?.kind) {
    case undefined:
      return t('unknown');
    case 'scenario':
      return t('scenario');
    case 'section':
      return t('section', { section: t(`sections.${item.section}`), language: t(`languages.${item.language}`) });
    case 'relation':
      return t('relation', { label: label(0), source: label(1), target: label(2) });
    case 'cell':
      return t('cell', { label: label(0), dimension: t(`dimensions.${item.dimension}`) });
    case 'role':
    case 'enterprise':
      return t(item.kind, { label: label(0) });
  }
}
