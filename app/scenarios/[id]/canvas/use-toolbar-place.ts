'use client';
import type { CSSProperties } from 'react';
import { useEditor, useValue, type Editor } from 'tldraw';

export interface ToolbarPlace {
  /** The middle of the selection, and the edge that the toolbar keeps to, in the canvas's own pixels. */
  readonly x: number;
  readonly y: number;
  readonly isBelow: boolean;
  /** The room there is. */
  readonly width: number;
  readonly height: number;
}

/** Room that a toolbar of one line needs above the selection. */
const height = 44;
/** How far beside the canvas a selection may lie and still have its toolbar at the edge. */
const beside = 190;
/** Between selection and toolbar; the handles of roles stand there. */
const gap = 20;
/** Between toolbar and edge of the canvas. */
const edge = 4;

/** Where the toolbar of the selection stands; null while there is none or it would be in the way. */
export function useToolbarPlace(): ToolbarPlace | null {
  const editor = useEditor();
  return useValue('toolbar place', () => placeOf(editor), [editor]);
}

/** The style that puts the toolbar there, whole whatever its own size: it moves along the selection, and breaks into lines where it has to. */
export function styleAt({ x, y, isBelow, width, height: tall }: ToolbarPlace): CSSProperties {
  const across = `clamp(${edge}px, calc(${x}px - 50%), max(${edge}px, calc(${width - edge}px - 100%)))`;
  const down = isBelow ? `min(${y}px, calc(${tall - edge}px - 100%))` : `max(${edge}px, calc(${y}px - 100%))`;
  return { transform: `translate(${across}, ${down})`, maxWidth: width - 2 * edge };
}

function placeOf(editor: Editor): ToolbarPlace | null {
  if (!editor.isInAny('select.idle', 'select.pointing_shape')) return null;
  const bounds = editor.getSelectionPageBounds();
  if (!bounds) return null;
  const { w, h } = editor.getViewportScreenBounds();
  const top = editor.pageToViewport({ x: bounds.midX, y: bounds.minY });
  const bottom = editor.pageToViewport({ x: bounds.midX, y: bounds.maxY });
  if (bottom.y < 0 || top.y > h || top.x < -beside || top.x > w + beside) return null;
  const isBelow = top.y < height + gap;
  return { x: Math.round(top.x), y: Math.round(isBelow ? bottom.y + gap : top.y - gap), isBelow, width: Math.round(w), height: Math.round(h) };
}
