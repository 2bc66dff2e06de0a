import type { VecLike } from 'tldraw';
import type { Box } from '@/lib/domain/scenario';
import { actionsOf } from '../canvas-actions';
import { BoxTool } from './box-tool';

/** Puts a working note where one clicks or draws. */
export class NoteTool extends BoxTool {
  static override id = 'note';

  protected override finish(place: Box | VecLike): void {
    this.editor.setCurrentTool('select');
    actionsOf(this.editor)?.createNote(place);
  }
}
