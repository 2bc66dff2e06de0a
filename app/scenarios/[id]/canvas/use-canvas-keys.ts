'use client';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useEditor, type Editor } from 'tldraw';
import { usePhase } from '../session/hooks';
import { useSides } from '../workspace/WorkspaceViewProvider';
import type { CanvasActions } from './canvas-actions';
import { tools } from './canvas-tools';

const gently = { animation: { duration: 120 } };

/** The canvas's keys, tldraw's habits: they work while the canvas has the focus and nothing is being typed. */
export function useCanvasKeys(actions: CanvasActions): void {
  const editor = useEditor();
  const t = useTranslations('canvas');
  const phase = usePhase();
  const label = useSides() ? t('canvas-side', { phase }) : t('canvas');
  useEffect(() => {
    const container = editor.getContainer();
    container.tabIndex = 0;
    container.setAttribute('aria-label', label);
  }, [editor, label]);
  useEffect(() => {
    const container = editor.getContainer();
    // tldraw listens on its container only, so it may always listen: keys reach it when the focus is inside, the wheel
    // when the mouse is above.
    editor.updateInstanceState({ isFocused: true });
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.isComposing || event.keyCode === 229 || isTyping(event.target) || editor.wasEventAlreadyHandled(event)) return;
      if (!run(event, actions)) return;
      event.preventDefault();
      editor.markEventAsHandled(event);
    };
    // Before tldraw's own listener on the same element.
    container.addEventListener('keydown', onKeyDown, { capture: true });
    return () => container.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [editor, actions]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement);
}

/** @returns whether the key meant something */
function run(event: KeyboardEvent, actions: CanvasActions): boolean {
  const { editor } = actions;
  const key = event.key.toLowerCase();
  const isMod = event.ctrlKey || event.metaKey;
  if (isMod && !event.altKey) {
    switch (key) {
      case 'z':
        return did(() => (event.shiftKey ? actions.redo() : actions.undo()));
      case 'y':
        return did(() => actions.redo());
      case 'a':
        return did(() => editor.selectAll());
      case 'd':
        return did(() => actions.duplicate());
      case '=':
      case '+':
        return did(() => editor.zoomIn(undefined, gently));
      case '-':
        return did(() => editor.zoomOut(undefined, gently));
      case '0':
        return did(() => editor.resetZoom(undefined, gently));
      default:
        return false;
    }
  }
  if (isMod || event.altKey) return false;
  if (event.shiftKey) {
    switch (event.code) {
      case 'Digit1':
        return did(() => actions.fit());
      case 'Digit2':
        return did(() => editor.zoomToSelection(gently));
      case 'Digit0':
        return did(() => editor.resetZoom(undefined, gently));
      default:
        return false;
    }
  }
  // Buttons of the toolbars keep their own keys.
  if (event.target instanceof HTMLButtonElement) return false;
  if (key === 'delete' || key === 'backspace') return did(() => actions.deleteSelected());
  // The way in for the keyboard; from there Tab leads on.
  if (key === 'enter' && event.target === editor.getContainer() && !editor.getSelectedShapeIds().length) return did(() => selectFirstRole(editor));
  const tool = tools.find((candidate) => candidate.key === key);
  if (!tool || (tool.edits && !actions.mayEdit())) return false;
  return did(() => editor.setCurrentTool(tool.id));
}

function selectFirstRole(editor: Editor): void {
  const first = editor.getCurrentPageShapesInReadingOrder().find((shape) => shape.type === 'role');
  if (first) editor.select(first.id);
}

function did(action: () => unknown): true {
  action();
  return true;
}
