'use client';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo, type MouseEvent } from 'react';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { textIn } from '@/lib/domain/languages';
import { usePhase, useScenario } from '../session/hooks';
import { FigureView } from '../workspace/FigureView';
import { useNetworkFigure } from '../workspace/use-network-figure';
import { useShellView } from '../workspace/WorkspaceViewProvider';

/** The phase that is not on the canvas, live beside it. A click on a role or relation leads to it: the two change sides. */
export function OtherPhase() {
  const t = useTranslations('phases');
  const view = useShellView();
  const shown = usePhase();
  const { language } = useInterfaceLanguage();
  const phase = shown === 'before' ? 'after' : 'before';
  const scenario = useDeferredValue(useScenario());
  const draw = useNetworkFigure();
  const svg = useMemo(() => draw(scenario, [phase]), [draw, scenario, phase]);
  const jump = (event: MouseEvent): void => {
    const item = (event.target as Element).closest<SVGElement>('[data-item]')?.dataset.item;
    if (item?.startsWith('role:') || item?.startsWith('relation:')) view.reveal(item, phase);
  };
  return (
    // for the keyboard there are the switch of the phase and the list of changes
    <div className="h-full overflow-auto border-l max-lg:border-l-0 max-lg:border-t [&_[data-item]]:cursor-pointer" onClick={jump}>
      <FigureView svg={svg} label={t('other-alt', { title: textIn(scenario.title, language), phase: t(phase === 'before' ? 'was' : 'is') })} />
    </div>
  );
}
