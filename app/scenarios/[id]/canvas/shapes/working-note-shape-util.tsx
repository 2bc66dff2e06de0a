import { Rectangle2d, resizeBox, ShapeUtil, type TLResizeInfo } from 'tldraw';
import { noteSize } from '@/lib/figures/layout';
import { workingNoteProps, type WorkingNoteProps, type WorkingNoteShape } from './canvas-shapes';
import { WorkingNoteView } from './WorkingNoteView';
import { measure, noteInset, noteText } from './text-metrics';

/** A working note: a sticky that helps while a network is being made, and is no part of what is agreed. */
export class WorkingNoteShapeUtil extends ShapeUtil<WorkingNoteShape> {
  static override type = 'working-note' as const;
  static override props = workingNoteProps;

  override getDefaultProps(): WorkingNoteProps {
    return { w: noteSize.width, h: noteSize.height, text: '' };
  }

  override canEdit = (): boolean => true;
  override canBind = (): boolean => false;
  override hideRotateHandle = (): boolean => true;

  drawnHeight({ props }: WorkingNoteShape): number {
    return Math.max(props.h, measure(this.editor, props.text, 'en', noteText, props.w - 2 * noteInset).height + 2 * noteInset);
  }

  override getGeometry(shape: WorkingNoteShape): Rectangle2d {
    return new Rectangle2d({ width: shape.props.w, height: this.drawnHeight(shape), isFilled: true });
  }

  override getText({ props }: WorkingNoteShape): string {
    return props.text;
  }

  override getAriaDescriptor({ props }: WorkingNoteShape): string {
    return props.text;
  }

  override onResize(shape: WorkingNoteShape, info: TLResizeInfo<WorkingNoteShape>): WorkingNoteShape {
    return { ...shape, ...resizeBox(shape, info, { minWidth: 80, minHeight: 48 }) } as WorkingNoteShape;
  }

  override component(shape: WorkingNoteShape): React.ReactNode {
    return <WorkingNoteView shape={shape} height={this.drawnHeight(shape)} />;
  }

  override getIndicatorPath(shape: WorkingNoteShape): Path2D {
    const path = new Path2D();
    path.rect(0, 0, shape.props.w, this.drawnHeight(shape));
    return path;
  }
}
