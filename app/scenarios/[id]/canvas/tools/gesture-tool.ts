import { StateNode } from 'tldraw';

/** A tool whose gesture ends without a trace when it is given up: by Escape, by another tool, by a lost pointer. */
export abstract class GestureTool extends StateNode {
  static override isLockable = false;

  /** Forgets the gesture under way and takes away what was drawn of it. */
  protected abstract forget(): void;

  override onEnter(_info: object): void {
    this.editor.setCursor({ type: 'cross', rotation: 0 });
  }

  override onCancel(): void {
    this.forget();
    this.editor.setCurrentTool('select');
  }

  override onInterrupt(): void {
    this.onCancel();
  }

  override onExit(): void {
    this.forget();
  }
}
