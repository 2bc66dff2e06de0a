import { parseItemName } from '@/lib/domain/items';
import { textIn, type Language, type Localized } from '@/lib/domain/languages';

/** Messages of the namespace `agreement.item`, in whichever language. */
export type ItemMessages = (key: string, values?: Record<string, string>) => string;

/** How an item is called, by its labels (`itemLabels`): `Role “Machine supplier”`. */
export function itemWords(t: ItemMessages, name: string, labels: readonly Localized[], language: Language): string {
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
