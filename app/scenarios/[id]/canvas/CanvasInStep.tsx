'use client';
import { useEffect, useRef } from 'react';
import { Box, react, useEditor, type Editor, type TLShapeId } from 'tldraw';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { useToasts } from '@/app/components/Toasts';
import { useFromPeers, useMayEdit, usePhase, useSelection, useSession, useWorkspaceView } from '../session/hooks';
import { useFollowing } from '../workspace/following';
import { useSides } from '../workspace/WorkspaceViewProvider';
import type { CanvasActions } from './canvas-actions';
import { useIsAtWork } from './canvas-context';
import { leastAtFirst, refitNetwork } from './fit-network';
import { nameOfShape, shapeIdOfName } from './shapes/canvas-shapes';
import { useLatest } from './use-latest';

/**
 * Keeps the canvas and the workspace's view (phase, language, selection, whom one follows) in step, and shows ours to
 * others. Draws nothing: it renders again with every selection, which what stands around must not.
 */
export function CanvasInStep({ actions }: { readonly actions: CanvasActions }): null {
  useShownPhase(actions);
  useMirroredSelection(actions);
  useOwnPresence(actions);
  useFollowedView(actions);
  return null;
}

function useShownPhase(actions: CanvasActions): void {
  const { binding } = actions;
  const editor = useEditor();
  const phase = usePhase();
  const { language } = useInterfaceLanguage();
  const mayEdit = useMayEdit();
  useEffect(() => binding.show(phase, language), [binding, phase, language]);
  useEffect(() => {
    editor.updateInstanceState({ isReadonly: !mayEdit });
    if (!mayEdit && !editor.isInAny('select', 'hand')) editor.setCurrentTool('select');
  }, [editor, mayEdit]);
  // Each phase is shown as a whole when one first comes to it.
  const seen = useRef(new Set<string>());
  useEffect(() => {
    if (seen.current.has(phase)) return;
    seen.current.add(phase);
    binding.afterMerge(() => requestAnimationFrame(() => actions.fit({ immediate: true, least: leastAtFirst })));
  }, [actions, binding, phase]);
  useEffect(
    () =>
      react('size', () => {
        const { w, h } = editor.getViewportScreenBounds();
        if (w && h) requestAnimationFrame(() => refitNetwork(editor));
      }),
    [editor],
  );
}

function useMirroredSelection({ binding, pair }: CanvasActions): void {
  const editor = useEditor();
  const view = useWorkspaceView();
  const selection = useSelection();
  const phase = usePhase();
  const leads = useLatest(useIsAtWork() || !pair?.inStep.get());
  const { announce } = useToasts();

  useEffect(
    () =>
      react('selection', () => {
        editor.getSelectedShapeIds();
        queueMicrotask(() => {
          const names = editor.getSelectedShapeIds().flatMap((id) => nameOfShape(id) ?? []);
          const shape = editor.getOnlySelectedShape();
          // What stands on the canvas beside this one alone is not for this one to deselect.
          const shown = view.selection.get().filter((name) => {
            const id = shapeIdOfName(name);
            return id && (editor.getShape(id) || !pair?.standsBeside(phase, id));
          });
          if (isSame(names, shown)) return;
          view.setSelection(names);
          if (shape) announce(editor.getShapeUtil(shape).getAriaDescriptor(shape) ?? '');
        });
      }),
    [editor, view, pair, phase, announce],
  );

  useEffect(() => {
    const select = (): void => {
      const wanted = shapesHere(editor, view.selection.get());
      if (isSame(wanted, editor.getSelectedShapeIds())) return;
      editor.setSelectedShapes(wanted);
      const bounds = editor.getSelectionPageBounds();
      if (leads.current && bounds && !editor.getViewportPageBounds().includes(bounds)) editor.zoomToSelectionIfOffscreen(64, { inset: 0, animation: { duration: 150 } });
    };
    select();
    // once more when a phase that was asked for at the same time is shown
    binding.afterMerge(select);
  }, [editor, view, binding, selection, phase, leads]);
}

/** The shapes of what is selected, as far as they stand on this canvas. */
const shapesHere = (editor: Editor, selection: readonly string[]): TLShapeId[] => selection.flatMap((name) => shapeIdOfName(name) ?? []).filter((id) => editor.getShape(id));

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((name) => b.includes(name));

/** Shows the others where our mouse is and what we look at; of two canvases, the one at work. */
function useOwnPresence({ binding }: CanvasActions): void {
  const editor = useEditor();
  const { show } = useSession();
  const phase = usePhase();
  const isAtWork = useIsAtWork();
  const sides = useSides();
  useEffect(() => {
    const container = editor.getContainer();
    const onMove = ({ clientX, clientY }: PointerEvent): void => {
      const { x, y } = editor.screenToPage({ x: clientX, y: clientY });
      show({ pointer: { phase: binding.phase, x: Math.round(x), y: Math.round(y) } });
    };
    const onLeave = (): void => show({ pointer: null });
    container.addEventListener('pointermove', onMove);
    container.addEventListener('pointerleave', onLeave);
    return () => {
      container.removeEventListener('pointermove', onMove);
      container.removeEventListener('pointerleave', onLeave);
      onLeave();
    };
  }, [editor, binding, show]);
  useEffect(() => {
    if (!isAtWork) return;
    const stop = react('view', () => {
      const { x, y, w, h } = editor.getViewportPageBounds();
      show({ view: { phase, bounds: [Math.round(x), Math.round(y), Math.round(w), Math.round(h)], sides } });
    });
    return () => {
      stop();
      show({ view: null });
    };
  }, [editor, show, phase, isAtWork, sides]);
}

/** While one follows somebody, the canvas shows what they see; moving it oneself ends that. */
function useFollowedView({ binding }: CanvasActions): void {
  const editor = useEditor();
  const { clientId, stop } = useFollowing();
  const bounds = useFromPeers((peers) => {
    const view = peers.find((peer) => peer.clientId === clientId)?.presence.view;
    return view && view.phase === binding.phase && isBounds(view.bounds) ? view.bounds.join(' ') : null;
  });
  useEffect(() => {
    if (!bounds) return;
    const [x, y, w, h] = bounds.split(' ').map(Number) as [number, number, number, number];
    editor.zoomToBounds(new Box(x, y, w, h), { inset: 0, animation: { duration: 100 }, force: true });
  }, [editor, bounds]);
  useEffect(() => {
    if (clientId === null) return;
    const container = editor.getContainer();
    container.addEventListener('wheel', stop, { passive: true });
    container.addEventListener('pointerdown', stop);
    return () => {
      container.removeEventListener('wheel', stop);
      container.removeEventListener('pointerdown', stop);
    };
  }, [editor, clientId, stop]);
}

function isBounds(bounds: unknown): bounds is readonly number[] {
  return Array.isArray(bounds) && bounds.length === 4 && bounds.every((part) => Number.isFinite(part)) && bounds[2] > 0 && bounds[3] > 0;
}
