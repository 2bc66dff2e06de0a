import { Box as TldrawBox, type VecLike } from 'tldraw';
import type { Box } from '@/lib/domain/scenario';
import { GestureTool } from './gesture-tool';

/** Smaller boxes count as a click that trembled. */
const least = 24;

/** A tool with which one clicks at a place or draws a box, and which then gives way to the select tool. */
export abstract class BoxTool extends GestureTool {
  #from: VecLike | null = null;

  /** @param place the box drawn, or the point clicked */
  protected abstract finish(place: Box | VecLike): void;

  override onPointerDown(): void {
    if (!this.editor.getIsReadonly()) this.#from = this.editor.inputs.getCurrentPagePoint().clone();
  }

  override onPointerMove(): void {
    if (this.#from && this.editor.inputs.getIsDragging()) this.editor.updateInstanceState({ brush: this.#box().toJson() });
  }

  override onPointerUp(): void {
    if (!this.#from) return;
    const { x, y, w, h } = this.#box();
    const from = this.#from;
    this.forget();
    this.finish(w >= least && h >= least ? [x, y, w, h] : from);
  }

  #box(): TldrawBox {
    return TldrawBox.FromPoints([this.#from!, this.editor.inputs.getCurrentPagePoint()]);
  }

  protected override forget(): void {
    this.#from = null;
    this.editor.updateInstanceState({ brush: null });
  }
}
