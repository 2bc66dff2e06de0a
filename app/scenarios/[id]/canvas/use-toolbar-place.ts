'use client';
import { useEditor, useValue, type Editor } from 'tldraw';

export interface ToolbarPlace {
  /** Middle and edge of the toolbar, in the canvas's own pixels. */
  readonly x: number;
  readonly y: number;
  readonly isBelow: boolean;
}

/** Room that a toolbar needs above the selection, and half of its width. */
const height = 44;
const halfWidth = 190;
/** Between selection and toolbar; the handles of roles stand there. */
const gap = 20;

/** Where the toolbar of the selection stands; null while there is none or it would be in the way. */
export function useToolbarPlace(): ToolbarPlace | null {
  const editor = useEditor();
  return useValue('toolbar place', () => placeOf(editor), [editor]);
}

function placeOf(editor: Editor): ToolbarPlace | null {
  if (!editor.isInAny('select.idle', 'select.pointing_shape')) return null;
  const bounds = editor.getSelectionPageBounds();
  if (!bounds) return null;
  const { w, h } = editor.getViewportScreenBounds();
  const top = editor.pageToViewport({ x: bounds.midX, y: bounds.minY });
  const bottom = editor.pageToViewport({ x: bounds.midX, y: bounds.maxY });
  if (bottom.y < 0 || top.y > h || top.x < -halfWidth || top.x > w + halfWidth) return null;
  const x = Math.round(Math.min(Math.max(top.x, halfWidth), Math.max(halfWidth, w - halfWidth)));
  const isBelow = top.y < height + gap;
  const y = isBelow ? Math.min(bottom.y + gap, h - height) : top.y - gap;
  return { x, y: Math.round(y), isBelow };
}
