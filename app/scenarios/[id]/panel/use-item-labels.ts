'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { isLanguage, type Localized } from '@/lib/domain/languages';
import { itemLabel } from '@/app/scenarios/item-label';
import { useScenario } from '../session/hooks';

/**
 * How an item is called in the reader's language, by its name: `Role “Machine supplier”`. Of one that has been deleted it
 * says what it was called (`called`, of its labels then), or else only that it is gone.
 */
export function useItemLabels(): (name: string, called?: readonly Localized[] | null) => string {
  const t = useTranslations('agreement.item');
  const locale = useLocale();
  const scenario = useScenario();
  return useCallback((name, called) => itemLabel(name, [scenario], isLanguage(locale) ? locale : 'en', t, called), [scenario, locale, t]);
}
