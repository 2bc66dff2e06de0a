'use client';
import { useEffect } from 'react';
import { useEditor } from 'tldraw';

/**
 * Leaves the focus in a label that a double click has just opened: the field takes it with the second `pointerdown`, and
 * the `mousedown` that follows would give it to the canvas.
 */
export function useLabelFocus(): void {
  const editor = useEditor();
  useEffect(() => {
    const container = editor.getContainer();
    const onMouseDown = (event: MouseEvent): void => {
      const isInField = event.target instanceof HTMLElement && event.target.closest('input, textarea, button');
      if (editor.getEditingShapeId() && !isInField) event.preventDefault();
    };
    container.addEventListener('mousedown', onMouseDown);
    return () => container.removeEventListener('mousedown', onMouseDown);
  }, [editor]);
}
