import type { TLShapeId } from 'tldraw';
import { actionsOf, type CanvasActions } from '../canvas-actions';
import { GestureTool } from './gesture-tool';

/** How the tool is entered: from a role's edge, or with the end of a relation in hand. */
export interface RelationToolInfo {
  readonly source?: TLShapeId;
  readonly moving?: { readonly relation: TLShapeId; readonly end: 'source' | 'target'; readonly stays: TLShapeId };
}

/**
 * Draws a relation from role to role, by dragging or by two clicks, and puts a relation's end elsewhere. Letting go over
 * nothing draws nothing.
 */
export class RelationTool extends GestureTool {
  static override id = 'relation';
  #moving: RelationToolInfo['moving'];
  /** The role at the end that stays; null until one is chosen. */
  #from: TLShapeId | null = null;
  #hasLeft = false;
  #isClicking = false;

  override onEnter(info: RelationToolInfo): void {
    super.onEnter(info);
    this.#moving = info.moving;
    this.#hasLeft = !!info.moving;
    this.#isClicking = false;
    const from = info.source ?? info.moving?.stays;
    if (from) this.#start(from);
  }

  override onPointerDown(): void {
    const actions = this.#actions();
    if (!actions || this.editor.getIsReadonly()) return;
    const role = actions.roleAt(this.editor.inputs.getCurrentPagePoint());
    if (this.#from) return; // the second click: decided when the button is let go
    if (role) this.#start(role);
    else this.editor.setCurrentTool('select');
  }

  override onPointerMove(): void {
    this.#show();
  }

  override onPointerUp(): void {
    const actions = this.#actions();
    if (!actions || !this.#from) return;
    const role = actions.roleAt(this.editor.inputs.getCurrentPagePoint());
    const isClick = !this.#hasLeft && !this.#isClicking && role === this.#from;
    if (isClick) {
      this.#isClicking = true; // drawn by two clicks: wait for the other role
      return;
    }
    const { from, moving } = { from: this.#from, moving: this.#moving };
    this.forget();
    this.editor.setCurrentTool('select');
    if (!role) return;
    if (moving) actions.reroute(moving.relation, moving.end, role);
    else actions.createRelation(from, role);
  }

  #actions(): CanvasActions | undefined {
    return actionsOf(this.editor);
  }

  #start(from: TLShapeId): void {
    this.#from = from;
    this.#show();
  }

  #show(): void {
    const actions = this.#actions();
    if (!actions) return;
    const to = this.editor.inputs.getCurrentPagePoint();
    const over = actions.roleAt(to);
    if (this.#from && over !== this.#from) this.#hasLeft = true;
    this.editor.setHintingShapes(over ? [over] : []);
    actions.drawing.set(this.#from && { from: this.#from, isBackwards: this.#moving?.end === 'source', to: { x: to.x, y: to.y }, over: this.#hasLeft ? over : null });
  }

  protected override forget(): void {
    this.#from = null;
    this.#moving = undefined;
    this.#hasLeft = false;
    this.#isClicking = false;
    this.editor.setHintingShapes([]);
    this.#actions()?.drawing.set(null);
  }
}
