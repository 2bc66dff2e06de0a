'use client';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo } from 'react';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { textIn } from '@/lib/domain/languages';
import { comparisonLabelKeys, figureLabels } from '@/lib/figures/figure-labels';
import { phaseComparison } from '@/lib/figures/phase-comparison';
import { useScenario } from '../session/hooks';
import { FigureView } from '../workspace/FigureView';

/** Today's network and the future one laid over each other, live: what is added, dropped, moved, changed. */
export function PhaseOverlay() {
  const t = useTranslations('phases');
  const figures = useTranslations('figures');
  const unnamed = useTranslations('workspace')('untitled');
  const { language } = useInterfaceLanguage();
  const scenario = useDeferredValue(useScenario());
  const svg = useMemo(() => phaseComparison(scenario, { language, labels: figureLabels(comparisonLabelKeys, figures), theme: 'page' }).svg, [scenario, language, figures]);
  if (scenario.roles.every(({ phases }) => !phases.before && !phases.after)) return <p className="p-3 text-soft">{t('overlay-empty')}</p>;
  return <FigureView svg={svg} label={t('overlay-alt', { title: textIn(scenario.title, language) || unnamed })} />;
}
