import type { TLRecord, TLShape } from 'tldraw';
import type { Box } from '@/lib/domain/scenario';
import type { CanvasShape } from './canvas-shapes';

/** Position and size as the document keeps them: rounded. */
export function boxOf({ x, y, props }: CanvasShape): Box {
  const { w, h } = props as { w: number; h: number };
  return [Math.round(x), Math.round(y), Math.round(w), Math.round(h)];
}

/** True for two states of a relation with the same ends, and for what is no relation. */
export function isSameEnds(a: CanvasShape, b: CanvasShape): boolean {
  if (a.type !== 'relation' || b.type !== 'relation') return true;
  return a.props.source === b.props.source && a.props.target === b.props.target;
}

/** A record with position and size of another state of the same shape. */
export function withGeometryOf<R extends TLRecord>(record: R, { x, y, props }: TLShape): R {
  const shape = record as unknown as CanvasShape;
  if (shape.type === 'relation') return record;
  const { w, h } = props as { w: number; h: number };
  return { ...shape, x, y, props: { ...shape.props, w, h } } as unknown as R;
}
