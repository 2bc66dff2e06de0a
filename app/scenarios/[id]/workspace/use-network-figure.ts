'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import type { Scenario } from '@/lib/domain/scenario';
import { figureLabels, networkLabelKeys } from '@/lib/figures/figure-labels';
import { networkFigure } from '@/lib/figures/network-figure';

/** Draws a scenario's value network as the page shows it, in the reader's language. */
export function useNetworkFigure(): (scenario: Scenario) => string {
  const t = useTranslations('figures');
  const { language } = useInterfaceLanguage();
  return useCallback((scenario) => networkFigure(scenario, { language, labels: figureLabels(networkLabelKeys, t), theme: 'page' }), [language, t]);
}
