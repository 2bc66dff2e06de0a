'use client';
import { Link2, Unlink2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo, useDeferredValue, useEffect, useMemo, useState, type ComponentType } from 'react';
import { Button } from '@/app/components/Button';
import { IconButton } from '@/app/components/IconButton';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { Segments } from '@/app/components/Segments';
import { textIn } from '@/lib/domain/languages';
import { phases, type Phase } from '@/lib/domain/phases';
import type { Scenario } from '@/lib/domain/scenario';
import { Outline } from '../outline/Outline';
import { ChangesButton } from '../phases/ChangesButton';
import { PhaseOverlay } from '../phases/PhaseOverlay';
import { useMayEdit, usePhase, useScenario, useWatchable } from '../session/hooks';
import type { NetworkMode } from './address';
import { FigureView } from './FigureView';
import { keepLoading } from './keep-loading';
import { PartBoundary } from './PartBoundary';
import { useMedia, wide } from './use-media';
import { useNetworkFigure } from './use-network-figure';
import { useNetworkMode, useShellView, useSides } from './WorkspaceViewProvider';

/** The value network: as a figure first, on the canvas once it is loaded, or as an outline. */
export const NetworkPane = memo(function NetworkPane({ live, figure, title }: { readonly live: boolean; readonly figure: string; readonly title: string }) {
  const t = useTranslations('workspace');
  const mode = useNetworkMode();
  return (
    <section aria-label={t('part.network')} data-part="network figure overlay outline" className="flex h-full min-h-0 flex-col">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b px-3 py-1 print:hidden">
        <h2 className="font-semibold max-lg:sr-only">{t('part.network')}</h2>
        {live && mode === 'network' && <PhaseSwitch />}
        {live && mode === 'network' && <StepSwitch />}
        {live && <ChangesButton />}
        {live && <ModeSwitch mode={mode} />}
      </header>
      <div className="min-h-0 flex-1 overflow-auto print:overflow-visible">
        {live ? (
          <PartBoundary key={mode}>
            <LiveNetwork mode={mode} />
          </PartBoundary>
        ) : (
          <FigureView svg={figure} title={title} />
        )}
      </div>
    </section>
  );
});

function PhaseSwitch() {
  const t = useTranslations('workspace');
  const { setPhase, setSides } = useShellView();
  const phase = usePhase();
  const choose = (chosen: Phase | 'sides'): void => {
    setSides(chosen === 'sides');
    if (chosen !== 'sides') setPhase(chosen);
  };
  return (
    <Segments<Phase | 'sides'>
      label={t('phase.title')}
      value={useSides() ? 'sides' : phase}
      options={([...phases, 'sides'] as const).map((value) => ({ value, label: t(`phase.${value}`), title: t(`phase.${value}-long`) }))}
      onChange={choose}
    />
  );
}

/** Beside each other, both phases show the same section, and what is common moves in both; or each goes its own way. */
function StepSwitch() {
  const t = useTranslations('workspace');
  const { inStep, setInStep } = useShellView();
  const isInStep = useWatchable(inStep);
  if (!useSides()) return null;
  return (
    <IconButton label={t('phase.in-step')} aria-pressed={isInStep} onClick={() => setInStep(!isInStep)}>
      {isInStep ? <Link2 size={16} aria-hidden /> : <Unlink2 size={16} aria-hidden />}
    </IconButton>
  );
}

function ModeSwitch({ mode }: { readonly mode: NetworkMode }) {
  const t = useTranslations('workspace');
  const { goTo } = useShellView();
  const modes: readonly NetworkMode[] = ['figure', 'overlay', 'network', 'outline'];
  return (
    <div className="ml-auto">
      <Segments<NetworkMode>
        label={t('mode')}
        value={mode}
        options={modes.map((value) => ({ value, label: t(`part.${value === 'network' ? 'canvas' : value}`) }))}
        onChange={goTo}
      />
    </div>
  );
}

const LiveNetwork = memo(function LiveNetwork({ mode }: { readonly mode: NetworkMode }) {
  if (mode === 'outline') return <Outline />;
  if (mode === 'network') return <CanvasWhenLoaded />;
  if (mode === 'overlay') return <PhaseOverlay />;
  return (
    <>
      <LiveFigure />
      <WayToTheCanvas />
    </>
  );
});

/** In a small window, which opens with the figure: what editors may look for. */
function WayToTheCanvas() {
  const t = useTranslations('workspace');
  const { goTo } = useShellView();
  if (!useMayEdit()) return null;
  return (
    <p className="px-3 pb-3 lg:hidden print:hidden">
      <Button onClick={() => goTo('network')}>{t('edit-canvas')}</Button>
    </p>
  );
}

/** @param hint why the figure stands here for the moment */
function LiveFigure({ hint }: { readonly hint?: string | undefined }) {
  const scenario = useDeferredValue(useScenario());
  const { language } = useInterfaceLanguage();
  return (
    <>
      {hint && <p className="px-3 pt-2 text-sm text-soft print:hidden">{hint}</p>}
      <FigureView svg={useFigureOf(scenario)} title={textIn(scenario.title, language)} />
    </>
  );
}

function useFigureOf(scenario: Scenario): string {
  const draw = useNetworkFigure();
  return useMemo(() => draw(scenario), [draw, scenario]);
}

/** The figure until the canvas has been loaded: at once in a small window, where somebody asked for it, else when the browser has nothing better to do. */
function CanvasWhenLoaded() {
  const t = useTranslations('workspace');
  const isWide = useMedia(wide);
  const isPrinting = useMedia('print');
  const [isIdle, setIsIdle] = useState(false);
  const [NetworkCanvas, setNetworkCanvas] = useState<ComponentType | null>(null);
  const wanted = isIdle || !isWide;
  useEffect(() => {
    if (wanted) return keepLoading(() => import('../canvas/NetworkCanvas'), (canvas) => setNetworkCanvas(() => canvas.default));
  }, [wanted]);
  useEffect(() => {
    if (wanted) return;
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(() => setIsIdle(true), 200);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(() => setIsIdle(true), { timeout: 1_000 });
    return () => cancelIdleCallback(idle);
  }, [wanted]);
  if (!NetworkCanvas) return <LiveFigure hint={t('canvas-loading')} />;
  return (
    <>
      <div data-canvas className="h-full print:hidden">
        <NetworkCanvas />
      </div>
      {isPrinting && <LiveFigure />}
    </>
  );
}
