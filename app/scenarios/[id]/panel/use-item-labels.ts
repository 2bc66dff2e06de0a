'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { isLanguage } from '@/lib/domain/languages';
import { itemLabel } from '../item-label';
import { useScenario } from '../session/hooks';

/** How an item is called in the reader's language, by its name: `Role “Machine supplier”`; says so if it has been deleted. */
export function useItemLabels(): (name: string) => string {
  const t = useTranslations('agreement.item');
  const locale = useLocale();
  const scenario = useScenario();
  return useCallback((name) => itemLabel(name, [scenario], isLanguage(locale) ? locale : 'en', t), [scenario, locale, t]);
}
