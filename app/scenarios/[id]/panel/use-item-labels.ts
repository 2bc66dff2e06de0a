'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { parseItemName } from '@/lib/domain/items';
import { isLanguage, textIn, type Localized } from '@/lib/domain/languages';
import { useScenario } from '../session/hooks';

/** How an item is called in the reader's language, by its name: `Role “Machine supplier”`; says so if it has been deleted. */
export function useItemLabels(): (name: string) => string {
  const t = useTranslations('agreement.item');
  const locale = useLocale();
  const scenario = useScenario();
  return useCallback(
    (name) => {
      const language = isLanguage(locale) ? locale : 'en';
      const label = (text: Localized): string => textIn(text, language) || t('unnamed');
      const item = parseItemName(name);
      switch (item?.kind) {
        case undefined:
          return t('unknown');
        case 'scenario':
          return t('scenario');
        case 'section':
          return t('section', { section: t(`sections.${item.section}`), language: t(`languages.${item.language}`) });
        case 'role': {
          const role = scenario.roles.find(({ id }) => id === item.id);
          return role ? t('role', { label: label(role.label) }) : t('role-gone');
        }
        case 'enterprise': {
          const enterprise = scenario.enterprises.find(({ id }) => id === item.id);
          return enterprise ? t('enterprise', { label: label(enterprise.name) }) : t('enterprise-gone');
        }
        case 'relation': {
          const relation = scenario.relations.find(({ id }) => id === item.id);
          if (!relation) return t('relation-gone');
          const end = (id: string): string => {
            const role = scenario.roles.find((candidate) => candidate.id === id);
            return role ? label(role.label) : t('unnamed');
          };
          return t('relation', { label: label(relation.label), source: end(relation.source), target: end(relation.target) });
        }
        case 'cell': {
          const enterprise = scenario.enterprises.find(({ id }) => id === item.enterprise);
          return enterprise ? t('cell', { label: label(enterprise.name), dimension: t(`dimensions.${item.dimension}`) }) : t('cell-gone');
        }
      }
    },
    [scenario, locale, t],
  );
}
