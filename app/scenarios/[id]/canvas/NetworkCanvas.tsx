'use client';
import { useTranslations } from 'next-intl';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { textIn } from '@/lib/domain/languages';
import { useScenario } from '../session/hooks';
import { FigureView } from '../workspace/FigureView';
import { useNetworkFigure } from '../workspace/use-network-figure';
import { useShellView, useSides } from '../workspace/WorkspaceViewProvider';
import { Button } from '@/app/components/Button';
import { CanvasEditor } from './CanvasEditor';
import { TwoCanvases } from './TwoCanvases';
import { useCanvasLicence } from './use-canvas-licence';

/** The value network on tldraw's canvas, or on two, one for each phase; where tldraw may not run, as a figure with a line that says why. Client only. */
export default function NetworkCanvas() {
  const decided = useCanvasLicence();
  if (!decided) return <Figure />;
  if (decided.licence.mounts) return <Canvas licenceKey={decided.key} />;
  return (
    <>
      <WithoutCanvas reason={decided.licence.reason} />
      <Figure />
    </>
  );
}

function Canvas({ licenceKey }: { readonly licenceKey: string | null }) {
  return useSides() ? <TwoCanvases licenceKey={licenceKey} /> : <CanvasEditor licenceKey={licenceKey} />;
}

function Figure() {
  const scenario = useScenario();
  const draw = useNetworkFigure();
  const { language } = useInterfaceLanguage();
  return <FigureView svg={draw(scenario)} title={textIn(scenario.title, language)} />;
}

function WithoutCanvas({ reason }: { readonly reason: 'missing' | 'invalid' | 'other-host' | 'expired' }) {
  const t = useTranslations('canvas.licence');
  const { goTo } = useShellView();
  return (
    <p role="status" className="flex flex-wrap items-center gap-2 border-b bg-caution-soft px-3 py-1.5 text-caution">
      <span>
        {t(reason)} {t('help')}
      </span>
      <Button size="small" onClick={() => goTo('outline')}>
        {t('outline')}
      </Button>
    </p>
  );
}
