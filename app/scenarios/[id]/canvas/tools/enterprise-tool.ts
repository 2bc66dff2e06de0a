import { Box as TldrawBox, type VecLike } from 'tldraw';
import type { Box } from '@/lib/domain/scenario';
import { actionsOf } from '../canvas-actions';
import { BoxTool } from './box-tool';

/** Assigns the enterprise chosen in its palette to the role clicked, or to all roles in the box drawn; stays at hand. */
export class EnterpriseTool extends BoxTool {
  static override id = 'enterprise';

  protected override finish(place: Box | VecLike): void {
    const actions = actionsOf(this.editor);
    const paint = actions?.paint.get();
    if (!actions || !paint) return;
    if (!Array.isArray(place)) {
      const role = actions.roleAt(place as VecLike);
      if (role) actions.assign([role], paint.enterprise);
      return;
    }
    const [x, y, width, height] = place as unknown as Box;
    const drawn = new TldrawBox(x, y, width, height);
    const roles = this.editor.getCurrentPageShapes().filter((shape) => shape.type === 'role' && drawn.collides(this.editor.getShapePageBounds(shape.id)!));
    actions.assign(roles.map((role) => role.id), paint.enterprise);
  }
}
