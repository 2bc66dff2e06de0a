import { copyToPhase } from '@/lib/document/edits/edit-phases';
import { replaceText } from '@/lib/document/edits/edit-text';
import { projectScenario } from '@/lib/document/project-scenario';
import { labelOf, layoutOf } from '@/lib/document/roots';
import { settable } from '../../session/watchable';
import { CanvasPair } from '../canvas-pair';
import { shapeIdOf } from '../shapes/canvas-shapes';
import { frames, openBeside, type LabClient, type LabSide } from './lab-client';
import { dragTo, endDrag, startDrag } from './lab-pointer';
import { at, hot, inWorld, move, shapeOf } from './lab-play';
import type { LabWorld } from './lab-world';

/* Before and after side by side, as in `lab-cases.ts`: the first client has a canvas for each on one document. */

interface Sides {
  readonly world: LabWorld;
  readonly left: LabClient;
  readonly right: LabSide;
  /** Another person, who looks at one phase. */
  readonly peer: LabClient;
  readonly inStep: { set(inStep: boolean): void };
}

/** The role `hot` stands in both phases, at the same place. */
const sideBySide = <T>(play: (sides: Sides) => Promise<T>): Promise<T & { problems: string[] }> =>
  inWorld(async (world, left, peer) => {
    copyToPhase(left.doc, projectScenario(left.doc), 'after', { roles: ['hot'], relations: [] }, { hot: [0, 0, 168, 72] });
    await world.rest();
    world.forget();
    left.undo.manager.clear();
    const inStep = settable(true);
    const { side: right, close } = openBeside(left, new CanvasPair(inStep));
    world.sides.push(right);
    await world.rest();
    try {
      const result = await play({ world, left, right, peer, inStep });
      await world.rest();
      return { ...result, broken: world.problems() };
    } finally {
      world.sides.length = 0;
      close();
    }
  });

const placeIn = (client: Pick<LabSide, 'doc'>, phase: string): unknown => (layoutOf(client.doc).get(`${phase}:hot`) as number[] | undefined)?.slice(0, 2);

export const sideCases = {
  /** A common role goes along: one update, one step, whichever side undoes it; the passive canvas writes nothing. */
  commonRole: () =>
    sideBySide(async ({ world, left, right, peer }) => {
      move(left, 300, 40);
      await world.rest();
      const moved = { left: at(left), right: at(right), updates: left.sent.length, steps: left.undo.manager.undoStack.length, after: placeIn(peer, 'after') };
      right.actions.undo();
      await world.rest();
      return { moved, undone: [at(left), at(right)], sent: left.sent.length, steps: left.undo.manager.undoStack.length, peer: peer.sent.length };
    }),

  /** What is dragged on one side is seen on the other before it is dropped, and nothing of it is written. */
  draggedAlong: () =>
    sideBySide(async ({ world, left, right }) => {
      startDrag(left, shapeOf(left));
      await frames(3);
      dragTo(left, 260, 150);
      await frames(4);
      const during = { isAlong: at(right)![0] > 0 && Math.abs(at(right)![0] - at(left)![0]) < 1, sent: left.sent.length };
      endDrag(left);
      await world.rest();
      return { during, isSame: String(at(left)) === String(at(right)), sent: left.sent.length };
    }),

  /** Out of step each side has its own places. */
  outOfStep: () =>
    sideBySide(async ({ world, left, right, inStep }) => {
      inStep.set(false);
      right.editor.updateShape({ id: hot, type: 'role', x: 500, y: 0 });
      await world.rest();
      inStep.set(true);
      move(left, 70); // they stand apart now
      await world.rest();
      return { left: at(left), right: at(right), sent: left.sent.length };
    }),

  /** Made on a side: new in its phase. Deleted on a side: dropped in its phase. One history for both. */
  madeAndDropped: () =>
    sideBySide(async ({ world, left, right, peer }) => {
      right.actions.createRole({ x: 900, y: 0 });
      await world.rest();
      const made = projectScenario(peer.doc).roles.at(-1)!;
      right.editor.setSelectedShapes([hot]);
      right.actions.deleteSelected();
      await world.rest();
      const dropped = { left: at(left), right: at(right) };
      left.actions.undo();
      left.actions.undo();
      await world.rest();
      const isThere = (side: Pick<LabSide, 'editor'>): boolean => !!side.editor.getShape(shapeIdOf('role', made.id));
      return { phases: Object.keys(made.phases), dropped, back: at(right), isThere: [isThere(left), isThere(right)] };
    }),

  /** A peer's edits arrive on both sides and cause no write; the same camera on both while they are in step. */
  fromAfar: () =>
    sideBySide(async ({ world, left, right, peer, inStep }) => {
      replaceText(labelOf(peer.doc, 'roles', 'hot', 'en')!, 'renamed');
      await world.rest();
      const labels = [left, right].map(({ editor }) => (editor.getShape(hot) as { props: { label: string } }).props.label);
      right.editor.setCamera({ x: -50, y: 20, z: 0.5 }, { immediate: true });
      const { x, y, z } = left.editor.getCamera();
      inStep.set(false);
      left.editor.setCamera({ x: 0, y: 0, z: 1 }, { immediate: true });
      return { labels, sent: left.sent.length, camera: [x, y, z], apart: right.editor.getCamera().z };
    }),
};
