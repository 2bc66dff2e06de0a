import { Circle2d, OverlayUtil, type Geometry2d, type TLCursorType, type TLOverlay, type TLShapeId } from 'tldraw';
import { shapeIdOf, type RelationShape } from '../shapes/canvas-shapes';
import { curveOf } from '../shapes/relation-shape-util';
import type { RelationToolInfo } from './relation-tool';

interface HandleProps extends Record<string, unknown> {
  readonly x: number;
  readonly y: number;
  /** How the relation tool is entered when this handle is taken. */
  readonly enter: RelationToolInfo;
}
type Handle = TLOverlay<HandleProps>;

/** In screen units: how far a handle stands off a role's border, and its size to the eye and to the hand. */
const distance = 11;
const radius = 4.5;
const reach = 11;
const edgePrefix = 'edge:';

/** Handles with which one draws: at the edges of the role under the pointer, and at both ends of a selected relation. */
export class HandleOverlayUtil extends OverlayUtil<Handle> {
  static override type = 'relation-handle';
  override options = { zIndex: 300 };

  override isActive(): boolean {
    return !this.editor.getIsReadonly() && this.editor.isIn('select.idle') && !this.editor.getInstanceState().isChangingStyle;
  }

  override getOverlays(): Handle[] {
    const selected = this.editor.getOnlySelectedShape();
    if (selected?.type === 'relation') return this.#atEnds(selected as RelationShape);
    // tldraw forgets the shape under the pointer while the pointer is on a handle.
    const hovered = this.editor.overlays.getHoveredOverlayId();
    if (hovered?.startsWith(edgePrefix)) return this.#atEdges(hovered.slice(edgePrefix.length, hovered.lastIndexOf(':')) as TLShapeId);
    const role = this.editor.getHoveredShape() ?? selected;
    return role?.type === 'role' ? this.#atEdges(role.id) : [];
  }

  override getGeometry({ props: { x, y } }: Handle): Geometry2d {
    const size = reach / this.editor.getZoomLevel();
    return new Circle2d({ x: x - size, y: y - size, radius: size, isFilled: true });
  }

  override getCursor(): TLCursorType {
    return 'cross';
  }

  override onPointerDown({ props }: Handle): void {
    this.editor.setCurrentTool('relation', props.enter);
  }

  override render(ctx: CanvasRenderingContext2D, overlays: Handle[]): void {
    const zoom = this.editor.getZoomLevel();
    const colours = this.editor.getCurrentTheme().colors[this.editor.getColorMode()];
    const hovered = this.editor.overlays.getHoveredOverlayId();
    ctx.strokeStyle = colours.selectionStroke;
    ctx.lineWidth = 1.5 / zoom;
    for (const { id, props } of overlays) {
      ctx.fillStyle = id === hovered ? colours.selectionStroke : colours.selectedContrast;
      ctx.beginPath();
      ctx.arc(props.x, props.y, radius / zoom, 0, Math.PI * 2);
      ctx.fill();
      ctx.stroke();
    }
  }

  #atEdges(role: TLShapeId): Handle[] {
    const bounds = this.editor.getShapePageBounds(role);
    if (!bounds) return [];
    const off = distance / this.editor.getZoomLevel();
    const { center, minX, maxX, minY, maxY } = bounds;
    const places = { top: [center.x, minY - off], right: [maxX + off, center.y], bottom: [center.x, maxY + off], left: [minX - off, center.y] } as const;
    return Object.entries(places).map(([side, [x, y]]) => ({ id: `${edgePrefix}${role}:${side}`, type: 'relation-handle', props: { x, y, enter: { source: role } } }));
  }

  #atEnds(shape: RelationShape): Handle[] {
    const curve = curveOf(this.editor, shape);
    if (!curve) return [];
    const { source, target } = shape.props;
    return (['source', 'target'] as const).map((end) => ({
      id: `end:${shape.id}:${end}`,
      type: 'relation-handle',
      props: { ...(end === 'source' ? curve.start : curve.end), enter: { moving: { relation: shape.id, end, stays: shapeIdOf('role', end === 'source' ? target : source) } } },
    }));
  }
}
