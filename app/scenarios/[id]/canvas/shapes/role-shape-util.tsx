import { Rectangle2d, resizeBox, ShapeUtil, type TLResizeInfo } from 'tldraw';
import { roleSize } from '@/lib/figures/layout';
import { roleProps, type RoleProps, type RoleShape } from './canvas-shapes';
import { RoleView } from './RoleView';
import { breakableName, enterpriseText, labelText, measure, roleInset } from './text-metrics';

/** The least size to which a role may be drawn. */
const least = { width: 72, height: 40 };

/** A business role: a rectangle that grows with its label. */
export class RoleShapeUtil extends ShapeUtil<RoleShape> {
  static override type = 'role' as const;
  static override props = roleProps;

  override getDefaultProps(): RoleProps {
    return { w: roleSize.width, h: roleSize.height, label: '', lang: 'en', enterprise: '', colour: -1 };
  }

  override canEdit = (): boolean => true;
  override canBind = (): boolean => true;
  override hideRotateHandle = (): boolean => true;
  override canSnap = (): boolean => true;

  /** As high as the label needs; its own height is the least. */
  drawnHeight({ props }: RoleShape): number {
    const inside = props.w - 2 * roleInset;
    const label = measure(this.editor, props.label, props.lang, labelText, inside).height;
    const enterprise = measure(this.editor, breakableName(props.enterprise, inside).toLocaleUpperCase(props.lang), props.lang, enterpriseText, inside).height;
    return Math.max(props.h, label + (enterprise ? enterprise + 4 : 0) + 2 * roleInset);
  }

  override getGeometry(shape: RoleShape): Rectangle2d {
    return new Rectangle2d({ width: shape.props.w, height: this.drawnHeight(shape), isFilled: true });
  }

  override getText({ props }: RoleShape): string {
    return [props.label, props.enterprise].filter(Boolean).join(', ');
  }

  override getAriaDescriptor(shape: RoleShape): string {
    return this.getText(shape);
  }

  override onResize(shape: RoleShape, info: TLResizeInfo<RoleShape>): Partial<RoleShape> & Pick<RoleShape, 'id' | 'type'> {
    return { ...resizeBox(shape, info, { minWidth: least.width, minHeight: least.height }), id: shape.id, type: shape.type } as RoleShape;
  }

  override component(shape: RoleShape): React.ReactNode {
    return <RoleView shape={shape} height={this.drawnHeight(shape)} />;
  }

  override getIndicatorPath(shape: RoleShape): Path2D {
    const path = new Path2D();
    path.roundRect(0, 0, shape.props.w, this.drawnHeight(shape), 3);
    return path;
  }
}
