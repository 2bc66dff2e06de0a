import type { VecLike } from 'tldraw';
import type { Box } from '@/lib/domain/scenario';
import { actionsOf } from '../canvas-actions';
import { BoxTool } from './box-tool';

/** Puts a new role where one clicks or draws, and lets one name it at once. */
export class RoleTool extends BoxTool {
  static override id = 'role';

  protected override finish(place: Box | VecLike): void {
    this.editor.setCurrentTool('select');
    actionsOf(this.editor)?.createRole(place);
  }
}
