'use client';
import { Maximize, Minus, Network, Plus } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useEditor, useValue } from 'tldraw';
import { Button } from '@/app/components/Button';
import { IconButton } from '@/app/components/IconButton';
import { shownKey } from '../phases/phase-keys';
import { usePhaseDeeds } from '../phases/use-phase-deeds';
import { useMayEdit, usePhase, useWorkspaceView } from '../session/hooks';
import { useCommand } from '../workspace/commands';
import { shortcut } from '../workspace/shortcut';
import type { CanvasActions } from './canvas-actions';
import { useIsAtWork } from './canvas-context';
import { useSideLabel } from './use-side-label';

const gently = { animation: { duration: 120 } };

/** Keeps off the corner in which tldraw shows its mark, which its licence forbids to cover: beside it, or above it where there is no room. */
export function ZoomBar({ actions }: { readonly actions: CanvasActions }) {
  const editor = useEditor();
  const t = useTranslations('canvas.zoom');
  const format = useFormatter();
  const zoom = useValue('zoom', () => editor.getZoomLevel(), [editor]);
  const mayEdit = useMayEdit();
  const view = useWorkspaceView();
  const deeds = usePhaseDeeds();
  const fit = (): void => actions.fit();
  useCommand({ id: `canvas.${usePhase()}.zoom-to-fit`, disabled: !useIsAtWork(), label: t('fit'), shortcut: shortcut('shift+1'), group: t('group'), run: fit });
  return (
    <div data-corner="zoom-bar" role="group" aria-label={useSideLabel(t('group'))} className="absolute bottom-18 right-2 @min-[55rem]:bottom-2 @min-[55rem]:right-30 flex items-center rounded-md border bg-raised p-0.5 shadow-float">
      <IconButton label={t('out')} shortcut={shortcut('mod+−')} onClick={() => editor.zoomOut(undefined, gently)}>
        <Minus size={14} aria-hidden />
      </IconButton>
      <Button look="quiet" size="small" className="min-w-12 tabular-nums" aria-label={t('reset', { zoom: format.number(zoom, { style: 'percent' }) })} onClick={() => editor.resetZoom(undefined, gently)}>
        {format.number(zoom, { style: 'percent', maximumFractionDigits: 0 })}
      </Button>
      <IconButton label={t('in')} shortcut={shortcut('mod++')} onClick={() => editor.zoomIn(undefined, gently)}>
        <Plus size={14} aria-hidden />
      </IconButton>
      {mayEdit && (
        <IconButton label={t('tidy')} shortcut={shownKey('tidy')} onClick={() => void deeds.tidy(view.selection.get())}>
          <Network size={14} aria-hidden />
        </IconButton>
      )}
      <IconButton label={t('fit')} shortcut={shortcut('shift+1')} onClick={fit}>
        <Maximize size={14} aria-hidden />
      </IconButton>
    </div>
  );
}
