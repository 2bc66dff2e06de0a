'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { textIn } from '@/lib/domain/languages';
import type { Said } from './board';

/** What a delegation says of an item, in a sentence. */
export function useSaidWords(): (said: Said) => string {
  const t = useTranslations('positions');
  const { language } = useInterfaceLanguage();
  return useCallback(
    ({ side, position, isStale }) => {
      const delegation = textIn(side.name, language) || side.code;
      if (!position) return t('says.nothing', { delegation });
      return t(isStale ? 'says.stale' : 'says.now', { delegation, stance: t(`stances.${position.stance}`) });
    },
    [t, language],
  );
}
