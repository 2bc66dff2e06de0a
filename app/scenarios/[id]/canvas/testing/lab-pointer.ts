import type { VecLike } from 'tldraw';
import type { Chance } from './lab-random';
import type { LabClient } from './lab-client';
import type { CanvasShape } from '../shapes/canvas-shapes';

/* A hand with a mouse. */

/** Clients that hold a role; tldraw itself learns of it with its next tick only. */
const dragging = new WeakSet<LabClient>();
export const isDragging = (client: LabClient): boolean => dragging.has(client);

function point(client: LabClient, name: 'pointer_down' | 'pointer_move' | 'pointer_up', x: number, y: number): void {
  client.editor.dispatch({
    type: 'pointer',
    target: 'canvas',
    name,
    point: { x, y, z: 0.5 },
    pointerId: 1,
    button: 0,
    isPen: false,
    shiftKey: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    accelKey: false,
  });
}

/** Takes hold of a role in its middle and begins to drag. */
export function startDrag(client: LabClient, shape: CanvasShape): void {
  const bounds = client.editor.getShapePageBounds(shape.id);
  if (!bounds || !client.editor.isIn('select.idle')) return;
  dragging.add(client);
  const { x, y } = client.editor.pageToScreen(bounds.center);
  point(client, 'pointer_move', x, y);
  point(client, 'pointer_down', x, y);
  point(client, 'pointer_move', x + 20, y + 20);
}

export function dragTo(client: LabClient, x: number, y: number): void {
  point(client, 'pointer_move', x, y);
}

/** Goes on with a drag: further, to its end, or giving it up. */
export function dragOn(client: LabClient, chance: Chance): void {
  if (chance.below(3) === 0) endDrag(client);
  else if (chance.below(6) === 0) cancelDrag(client);
  else dragTo(client, chance.below(800), chance.below(600));
}

/** Lets go where the pointer is, or where it has come with the same movement. */
export function endDrag(client: LabClient, { x, y }: VecLike = client.editor.inputs.getCurrentScreenPoint()): void {
  if (!dragging.delete(client)) return;
  point(client, 'pointer_up', x, y);
}

/** As Escape does. */
export function cancelDrag(client: LabClient): void {
  client.editor.cancel();
  endDrag(client);
}
