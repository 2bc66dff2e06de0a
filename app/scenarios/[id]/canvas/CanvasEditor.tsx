'use client';
import { useState } from 'react';
import { registerDefaultSideEffects, TldrawEditor, type Editor, type TLEditorComponents } from 'tldraw';
import 'tldraw/tldraw.css';
import './canvas.css';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { useToldUndo } from '@/app/components/use-undo-here';
import { useMayEdit, usePhase, useSession } from '../session/hooks';
import { CanvasBinding } from './bind-canvas';
import { CanvasActions } from './canvas-actions';
import { CanvasChrome } from './CanvasChrome';
import { CanvasContext } from './canvas-context';
import type { CanvasPair } from './canvas-pair';
import { canvasBindingUtils, canvasOptions, canvasOverlayUtils, canvasShapeUtils, canvasTools } from './editor-parts';
import { PeersOnCanvas } from './PeersOnCanvas';
import { useLatest } from './use-latest';
import { useTldrawUser } from './use-tldraw-user';

const components: TLEditorComponents = {
  InFrontOfTheCanvas: CanvasChrome,
  OnTheCanvas: PeersOnCanvas,
  CollaboratorCursor: null,
  LoadingScreen: null,
  Spinner: null,
  Grid: null,
};

export interface CanvasEditorProps {
  readonly licenceKey: string | null;
  /** The pair of which this is one, with the phase that the view around says. */
  readonly pair?: CanvasPair;
}

/** tldraw's editor, bound to the session's document. */
export function CanvasEditor({ licenceKey, pair }: CanvasEditorProps) {
  const session = useSession();
  const phase = usePhase();
  const { language } = useInterfaceLanguage();
  const latest = useLatest({ phase, language, mayEdit: useMayEdit(), told: useToldUndo() });
  const [actions, setActions] = useState<CanvasActions | null>(null);
  const user = useTldrawUser(session.me, language);

  // tldraw calls this once for each editor that it makes, however often this renders.
  function onMount(editor: Editor): () => void {
    const stopSideEffects = registerDefaultSideEffects(editor);
    const mayEdit = (): boolean => latest.current.mayEdit;
    const binding = new CanvasBinding({
      editor,
      doc: session.doc,
      scenario: session.scenario,
      peers: pair?.peersFor(latest.current.phase, session.peers, session.scenario, session.me) ?? session.peers,
      phase: latest.current.phase,
      language: latest.current.language,
      mayEdit,
      movesAlong: () => pair?.inStep.get() ?? false,
      show(presence) {
        session.show(presence);
        pair?.showDrag(presence.drag ?? null);
      },
    });
    const leave = pair?.join(latest.current.phase, editor);
    setActions(new CanvasActions(editor, session, binding, mayEdit, (outcome) => latest.current.told(outcome), pair));
    return () => {
      leave?.();
      binding.destroy();
      stopSideEffects();
      setActions(null);
    };
  }

  return (
    <CanvasContext value={actions}>
      <div className="network-canvas relative isolate h-full min-h-64 w-full print:hidden">
        <TldrawEditor
          shapeUtils={canvasShapeUtils}
          bindingUtils={canvasBindingUtils}
          overlayUtils={canvasOverlayUtils}
          tools={canvasTools}
          options={canvasOptions}
          components={components}
          user={user}
          initialState="select"
          autoFocus={false}
          licenseKey={licenceKey ?? undefined}
          onMount={onMount}
        />
      </div>
    </CanvasContext>
  );
}
