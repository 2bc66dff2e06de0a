'use client';
import { useTranslations } from 'next-intl';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { otherPhase, phases, type Phase } from '@/lib/domain/phases';
import { usePhase, useWorkspaceView, WorkspaceViewContext } from '../session/hooks';
import { settable } from '../session/watchable';
import { useCommand } from '../workspace/commands';
import { useShellView } from '../workspace/WorkspaceViewProvider';
import { CanvasEditor } from './CanvasEditor';
import { CanvasPair } from './canvas-pair';

/**
 * Before and after beside each other (in a small window above each other), each a canvas of its own on the same document.
 * The phase of the workspace is that of the side at work; F6 leads to the other one.
 */
export function TwoCanvases({ licenceKey }: { readonly licenceKey: string | null }) {
  const t = useTranslations('canvas');
  const view = useShellView();
  const phase = usePhase();
  const [pair] = useState(() => new CanvasPair(view.inStep));
  const goOver = (): void => pair.focus(otherPhase(view.phase.get()));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'F6' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    goOver();
  };
  useCommand({ id: 'canvas.other-side', label: t('other-side', { phase: otherPhase(phase) }), shortcut: 'F6', group: t('tools'), run: goOver });
  return (
    <div className="grid h-full min-h-0 lg:grid-cols-2 max-lg:grid-rows-2" onKeyDown={onKeyDown}>
      {phases.map((each) => (
        <Side key={each} phase={each} pair={pair} licenceKey={licenceKey} />
      ))}
    </div>
  );
}

/** All inside takes the phase of its side for the one that is shown. */
function Side({ phase, pair, licenceKey }: { readonly phase: Phase; readonly pair: CanvasPair; readonly licenceKey: string | null }) {
  const view = useWorkspaceView();
  const own = useMemo(() => ({ ...view, phase: settable(phase) }), [view, phase]);
  const takeOver = (): void => view.setPhase(phase);
  return (
    <section data-side={phase} className="relative min-h-0 border-line max-lg:not-first:border-t lg:not-first:border-l" onFocusCapture={takeOver} onPointerDownCapture={takeOver}>
      <WorkspaceViewContext value={own}>
        <CanvasEditor licenceKey={licenceKey} pair={pair} />
      </WorkspaceViewContext>
    </section>
  );
}
