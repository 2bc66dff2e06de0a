'use client';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo, type MouseEvent } from 'react';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { itemName } from '@/lib/domain/items';
import { textIn } from '@/lib/domain/languages';
import type { Phase } from '@/lib/domain/phases';
import type { Scenario } from '@/lib/domain/scenario';
import { comparisonLabelKeys, figureLabels } from '@/lib/figures/figure-labels';
import { phaseComparison } from '@/lib/figures/phase-comparison';
import { useScenario, useWorkspaceView } from '../session/hooks';
import { FigureView } from '../workspace/FigureView';

/** Today's network and the future one laid over each other, live: what is added, dropped, moved, changed. A click on a role or relation leads to where it can be edited. */
export function PhaseOverlay() {
  const t = useTranslations('phases');
  const figures = useTranslations('figures');
  const unnamed = useTranslations('workspace')('untitled');
  const { language } = useInterfaceLanguage();
  const view = useWorkspaceView();
  const scenario = useDeferredValue(useScenario());
  const svg = useMemo(() => phaseComparison(scenario, { language, labels: figureLabels(comparisonLabelKeys, figures), theme: 'page' }).svg, [scenario, language, figures]);
  if (scenario.roles.every(({ phases }) => !phases.before && !phases.after)) return <p className="p-3 text-soft">{t('overlay-empty')}</p>;
  // for the keyboard there is the list of changes
  const jump = (event: MouseEvent): void => {
    const item = (event.target as Element).closest<SVGElement>('[data-item]')?.dataset.item;
    if (item) view.reveal(item, phaseToShow(scenario, item));
  };
  return (
    <div className="contents [&_[data-item]]:cursor-pointer" onClick={jump}>
      <FigureView svg={svg} label={t('overlay-alt', { title: textIn(scenario.title, language) || unnamed })} />
    </div>
  );
}

/** The future network, unless it is only in today's that a role or relation stands. */
function phaseToShow({ roles, relations }: Scenario, name: string): Phase {
  const isAfter = roles.some(({ id, phases }) => name === itemName({ kind: 'role', id }) && phases.after) || relations.some(({ id, phases }) => name === itemName({ kind: 'relation', id }) && phases.includes('after'));
  return isAfter ? 'after' : 'before';
}
