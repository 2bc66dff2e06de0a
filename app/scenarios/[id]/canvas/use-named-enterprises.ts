'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { textIn } from '@/lib/domain/languages';
import type { Enterprise } from '@/lib/domain/scenario';
import { useScenarioPart } from '../session/hooks';

export interface NamedEnterprise extends Enterprise {
  /** In the reader's language, or that it has no name yet. */
  readonly shownName: string;
}

/** The scenario's enterprises with the names that the reader sees. */
export function useNamedEnterprises(): readonly NamedEnterprise[] {
  const { language } = useInterfaceLanguage();
  const t = useTranslations('figures');
  const enterprises = useScenarioPart('enterprises');
  return useMemo(() => enterprises.map((enterprise) => ({ ...enterprise, shownName: textIn(enterprise.name, language) || t('unnamed') })), [enterprises, language, t]);
}
