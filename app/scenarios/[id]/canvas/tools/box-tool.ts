import { Box as TldrawBox, StateNode, type TLCursorType, type VecLike } from 'tldraw';
import type { Box } from '@/lib/domain/scenario';

/** Smaller boxes count as a click that trembled. */
const least = 24;

/** A tool with which one clicks at a place or draws a box, and which then gives way to the select tool. */
export abstract class BoxTool extends StateNode {
  static override isLockable = false;
  protected cursor: TLCursorType = 'cross';
  #from: VecLike | null = null;

  /** @param place the box drawn, or the point clicked */
  protected abstract finish(place: Box | VecLike): void;

  override onEnter(): void {
    this.editor.setCursor({ type: this.cursor, rotation: 0 });
  }

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
    this.#reset();
    this.finish(w >= least && h >= least ? [x, y, w, h] : from);
  }

  override onCancel(): void {
    this.#reset();
    this.editor.setCurrentTool('select');
  }

  override onInterrupt(): void {
    this.onCancel();
  }

  override onExit(): void {
    this.#reset();
  }

  #box(): TldrawBox {
    return TldrawBox.FromPoints([this.#from!, this.editor.inputs.getCurrentPagePoint()]);
  }

  #reset(): void {
    this.#from = null;
    this.editor.updateInstanceState({ brush: null });
  }
}
