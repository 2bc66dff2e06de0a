import { parseItemName } from '@/lib/domain/items';
import { textIn, type Language, type Localized } from '@/lib/domain/languages';
import type { Scenario } from '@/lib/domain/scenario';

/** Gives the words of the namespace `agreement.item`. */
export type ItemWords = (key: string, values?: Record<string, string>) => string;

/**
 * How an item is called in the reader's language: `Role “Machine supplier”`; says so if the scenario has it no longer.
 * @param name its `itemName`
 * @param scenarios versions to look in, the first that knows the item counts
 */
export function itemLabel(name: string, scenarios: readonly Scenario[], language: Language, t: ItemWords): string {
  const label = (text: Localized): string => textIn(text, language) || t('unnamed');
  const find = <T>(list: (scenario: Scenario) => readonly T[], test: (thing: T) => boolean): readonly [T, Scenario] | null => {
    for (const scenario of scenarios) {
      const found = list(scenario).find(test);
      if (found) return [found, scenario];
    }
    return null;
  };
  const item = parseItemName(name);
  switch (item?.kind) {
    case undefined:
      return t('unknown');
    case 'scenario':
      return t('scenario');
    case 'section':
      return t('section', { section: t(`sections.${item.section}`), language: t(`languages.${item.language}`) });
    case 'role': {
      const found = find(({ roles }) => roles, ({ id }) => id === item.id);
      return found ? t('role', { label: label(found[0].label) }) : t('role-gone');
    }
    case 'enterprise': {
      const found = find(({ enterprises }) => enterprises, ({ id }) => id === item.id);
      return found ? t('enterprise', { label: label(found[0].name) }) : t('enterprise-gone');
    }
    case 'relation': {
      const found = find(({ relations }) => relations, ({ id }) => id === item.id);
      if (!found) return t('relation-gone');
      const [relation, { roles }] = found;
      const end = (id: string): string => {
        const role = roles.find((candidate) => candidate.id === id);
        return role ? label(role.label) : t('unnamed');
      };
      return t('relation', { label: label(relation.label), source: end(relation.source), target: end(relation.target) });
    }
    case 'cell': {
      const found = find(({ enterprises }) => enterprises, ({ id }) => id === item.enterprise);
      return found ? t('cell', { label: label(found[0].name), dimension: t(`dimensions.${item.dimension}`) }) : t('cell-gone');
    }
  }
}
