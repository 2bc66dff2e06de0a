import { OverlayUtil, type TLOverlay } from 'tldraw';
import type { Box } from '@/lib/domain/scenario';
import { arrowHead, borderPoint, centreOf, pointAt, relationCurve, type RelationCurve } from '@/lib/figures/geometry';
import { actionsOf, type Drawing } from '../canvas-actions';

/** The line of a relation that is being drawn. */
export class DrawingOverlayUtil extends OverlayUtil {
  static override type = 'relation-drawing';
  override options = { zIndex: 400 };

  override isActive(): boolean {
    return !!actionsOf(this.editor)?.drawing.get();
  }

  override getOverlays(): TLOverlay[] {
    const drawing = actionsOf(this.editor)?.drawing.get();
    return drawing ? [{ id: 'relation-drawing', type: 'relation-drawing', props: { drawing } }] : [];
  }

  override render(ctx: CanvasRenderingContext2D, [overlay]: TLOverlay[]): void {
    const curve = overlay && this.#curve(overlay.props.drawing as Drawing);
    if (!curve) return;
    const zoom = this.editor.getZoomLevel();
    ctx.strokeStyle = ctx.fillStyle = this.editor.getCurrentTheme().colors[this.editor.getColorMode()].selectionStroke;
    ctx.lineWidth = 2 / zoom;
    ctx.beginPath();
    const start = pointAt(curve, 0);
    ctx.moveTo(start.x, start.y);
    ctx.quadraticCurveTo(curve.control.x, curve.control.y, curve.end.x, curve.end.y);
    ctx.stroke();
    ctx.beginPath();
    arrowHead(curve).forEach(({ x, y }) => ctx.lineTo(x, y));
    ctx.fill();
  }

  #curve({ from, to, over, isBackwards }: Drawing): RelationCurve | null {
    const fixed = this.#box(from);
    if (!fixed) return null;
    const other = over && this.#box(over);
    if (other) return isBackwards ? relationCurve(other, fixed) : relationCurve(fixed, other);
    const start = borderPoint(fixed, centreOf(fixed), to);
    const [a, b] = isBackwards ? [to, start] : [start, to];
    return { start: a, control: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, end: b };
  }

  #box(role: Drawing['from']): Box | null {
    const bounds = this.editor.getShapePageBounds(role);
    return bounds ? [bounds.x, bounds.y, bounds.w, bounds.h] : null;
  }
}
