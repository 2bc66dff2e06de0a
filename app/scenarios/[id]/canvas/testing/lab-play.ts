import type { TLShapeId } from 'tldraw';
import { shapeIdOf, type CanvasShape } from '../shapes/canvas-shapes';
import { frames, type LabClient } from './lab-client';
import { LabWorld } from './lab-world';

/** The role that everybody fights over. */
export const hot = shapeIdOf('role', 'hot');

/** Plays something in a world of its own. @returns what came of it, and what was wrong at rest */
export async function inWorld<T>(play: (world: LabWorld, a: LabClient, b: LabClient) => Promise<T>, clients = 2): Promise<T & { problems: string[] }> {
  const world = new LabWorld(clients);
  try {
    await frames(2);
    const result = await play(world, world.clients[0]!, world.clients[1]!);
    await world.rest();
    return { ...result, problems: world.problems() };
  } finally {
    world.destroy();
  }
}

export const at = ({ editor }: Pick<LabClient, 'editor'>, id: TLShapeId = hot): [number, number] | null => {
  const shape = editor.getShape(id);
  return shape ? [shape.x, shape.y] : null;
};
export const move = ({ editor }: LabClient, x: number, y = 0): void => void editor.updateShape({ id: hot, type: 'role', x, y });
export const shapeOf = ({ editor }: Pick<LabClient, 'editor'>, id: TLShapeId = hot): CanvasShape => editor.getShape(id) as CanvasShape;
export const labelShown = (client: LabClient): string => (shapeOf(client) as { props: { label: string } }).props.label;
