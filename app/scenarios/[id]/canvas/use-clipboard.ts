'use client';
import { useEffect } from 'react';
import { useEditor } from 'tldraw';
import { longestNote } from '@/lib/domain/bounds';
import { clipboardType, isEmptyPiece, readPiece } from './clipboard';
import type { CanvasActions } from './canvas-actions';

/** Copy, cut and paste of pieces of a network, also between scenarios and tabs. Text from elsewhere becomes a note. */
export function useClipboard(actions: CanvasActions): void {
  const editor = useEditor();
  useEffect(() => {
    const container = editor.getContainer();
    const { ownerDocument } = container;
    const isHere = (): boolean => container.contains(ownerDocument.activeElement) && !editor.getEditingShapeId() && !isField(ownerDocument.activeElement);

    const onCopy = (event: ClipboardEvent): void => {
      if (!isHere() || !event.clipboardData) return;
      const piece = actions.copy();
      if (isEmptyPiece(piece)) return;
      event.clipboardData.setData(clipboardType, JSON.stringify(piece));
      event.clipboardData.setData('text/plain', editor.getSelectedShapes().flatMap((shape) => editor.getShapeUtil(shape).getText(shape) ?? []).join('\n'));
      event.preventDefault();
      if (event.type === 'cut') actions.deleteSelected();
    };
    const onPaste = (event: ClipboardEvent): void => {
      if (!isHere() || !event.clipboardData || !actions.mayEdit()) return;
      event.preventDefault();
      const json = event.clipboardData.getData(clipboardType);
      const piece = json ? readPiece(json) : null;
      const centre = editor.getViewportPageBounds().center;
      if (!piece) {
        const text = event.clipboardData.getData('text/plain').trim();
        if (text && text.length <= longestNote) actions.createNote(centre, text);
        return;
      }
      const boxes = [...piece.roles, ...piece.notes].map(({ box }) => box);
      const left = Math.min(...boxes.map(([x]) => x));
      const top = Math.min(...boxes.map(([, y]) => y));
      const isInView = editor.getViewportPageBounds().containsPoint({ x: left, y: top });
      if (!boxes.length || isInView) actions.paste(piece, 24, 24);
      else actions.paste(piece, centre.x - left - 84, centre.y - top - 36);
    };
    ownerDocument.addEventListener('copy', onCopy);
    ownerDocument.addEventListener('cut', onCopy);
    ownerDocument.addEventListener('paste', onPaste);
    return () => {
      ownerDocument.removeEventListener('copy', onCopy);
      ownerDocument.removeEventListener('cut', onCopy);
      ownerDocument.removeEventListener('paste', onPaste);
    };
  }, [editor, actions]);
}

function isField(element: Element | null): boolean {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || (element instanceof HTMLElement && element.isContentEditable);
}
