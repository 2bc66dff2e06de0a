import { Group2d, Polyline2d, Rectangle2d, ShapeUtil, Vec, type Editor, type Geometry2d } from 'tldraw';
import type { Box } from '@/lib/domain/scenario';
import { pointAt, pointsAlong, relationCurve, type Point, type RelationCurve } from '@/lib/figures/geometry';
import { relationProps, shapeIdOf, type RelationProps, type RelationShape } from './canvas-shapes';
import { RelationView } from './RelationView';
import { measureBalanced, relationLabelWidth, relationText } from './text-metrics';

/** Between the points of a line that looks like the curve. */
const indicatorDistance = 3;

/** A directed relation between two roles. Where it runs follows from where the roles are; it has no place of its own. */
export class RelationShapeUtil extends ShapeUtil<RelationShape> {
  static override type = 'relation' as const;
  static override props = relationProps;

  override getDefaultProps(): RelationProps {
    return { source: '', target: '', label: '', lang: 'en', kind: null, lane: 0, lanes: 1 };
  }

  override canEdit = (): boolean => true;
  override canBind = (): boolean => true;
  override canResize = (): boolean => false;
  override canSnap = (): boolean => false;
  override hideResizeHandles = (): boolean => true;
  override hideRotateHandle = (): boolean => true;
  override hideSelectionBoundsFg = (): boolean => true;
  override hideSelectionBoundsBg = (): boolean => true;

  /** Dragging or nudging a selection must not carry it away from its roles. */
  override onBeforeUpdate = (_: RelationShape, next: RelationShape): RelationShape => (next.x || next.y || next.rotation ? { ...next, x: 0, y: 0, rotation: 0 } : next);

  override getGeometry(shape: RelationShape): Geometry2d {
    const curve = curveOf(this.editor, shape);
    if (!curve) return new Rectangle2d({ width: 1, height: 1, isFilled: false });
    const line = new Polyline2d({ points: pointsAlong(curve).map(({ x, y }) => new Vec(x, y)) });
    const middle = labelPoint(curve, shape);
    const { width, height } = labelSize(this.editor, shape);
    if (!width) return line;
    const label = new Rectangle2d({ x: middle.x - width / 2, y: middle.y - height / 2, width, height, isFilled: true, isLabel: true });
    return new Group2d({ children: [line, label] });
  }

  override getText({ props }: RelationShape): string {
    return props.label;
  }

  override getAriaDescriptor({ props }: RelationShape): string {
    const nameOf = (id: string): string => {
      const role = this.editor.getShape(shapeIdOf('role', id));
      return role?.type === 'role' ? role.props.label : '';
    };
    return `${nameOf(props.source)} → ${nameOf(props.target)}: ${props.label}`;
  }

  override component(shape: RelationShape): React.ReactNode {
    return <RelationView shape={shape} />;
  }

  override getIndicatorPath(shape: RelationShape): Path2D {
    const curve = curveOf(this.editor, shape);
    const path = new Path2D();
    if (!curve) return path;
    // Left out under the label, which it would seem to strike through.
    const middle = labelPoint(curve, shape);
    const { width, height } = labelSize(this.editor, shape);
    let isDrawing = false;
    for (const { x, y } of pointsAlong(curve, indicatorDistance)) {
      const isUnderLabel = Math.abs(x - middle.x) < width / 2 && Math.abs(y - middle.y) < height / 2;
      if (isUnderLabel) isDrawing = false;
      else if (isDrawing) path.lineTo(x, y);
      else {
        path.moveTo(x, y);
        isDrawing = true;
      }
    }
    return path;
  }
}

/** Where a relation runs now; null while a role of it is not there. Follows the roles when read reactively. */
export function curveOf(editor: Editor, { props }: RelationShape): RelationCurve | null {
  const source = boxOfRole(editor, props.source);
  const target = boxOfRole(editor, props.target);
  return source && target && relationCurve(source, target, props);
}

/**
 * Where the middle of a relation's label stands. Labels of relations side by side that run steeply would cover each
 * other in the middle: they share the way, from top to bottom.
 */
export function labelPoint(curve: RelationCurve, { props: { lane, lanes } }: RelationShape): Point {
  const isSteep = Math.abs(curve.end.y - curve.start.y) > Math.abs(curve.end.x - curve.start.x);
  if (lanes < 2 || !isSteep) return pointAt(curve, 0.5);
  const down = (lane + 1) / (lanes + 1);
  return pointAt(curve, curve.end.y > curve.start.y ? down : 1 - down);
}

/** The room that a relation's label takes, with a margin around it; zero if it has none. */
export function labelSize(editor: Editor, { props }: RelationShape): { width: number; height: number; lineWidth: number } {
  const { width, height, lineWidth } = measureBalanced(editor, props.label, props.lang, relationText, relationLabelWidth);
  return width ? { width: width + 8, height: height + 2, lineWidth } : { width: 0, height: 0, lineWidth };
}

function boxOfRole(editor: Editor, role: string): Box | null {
  const bounds = editor.getShapePageBounds(shapeIdOf('role', role));
  return bounds ? [bounds.x, bounds.y, bounds.w, bounds.h] : null;
}
