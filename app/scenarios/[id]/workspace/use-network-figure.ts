'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { useDrawnMarks } from '../positions/use-drawn-marks';
import type { Phase } from '@/lib/domain/phases';
import type { Scenario } from '@/lib/domain/scenario';
import { figureLabels, networkLabelKeys } from '@/lib/figures/figure-labels';
import { networkFigure } from '@/lib/figures/network-figure';

/** Draws a scenario's value network as the page shows it, in the reader's language, with what the delegations say. */
export function useNetworkFigure(): (scenario: Scenario, phases?: readonly Phase[]) => string {
  const t = useTranslations('figures');
  const { language } = useInterfaceLanguage();
  const said = useDrawnMarks();
  return useCallback((scenario, phases) => networkFigure(scenario, { ...(phases && { phases }), language, labels: figureLabels(networkLabelKeys, t), theme: 'page', said }), [language, t, said]);
}
