import type { TLShapeId } from 'tldraw';
import * as Y from 'yjs';
import { createEntities } from '@/lib/document/edits/create-entities';
import { deleteEntities, placeBoxes, setRoleEnterprise } from '@/lib/document/edits/edit-entities';
import { applyTextChange, replaceText } from '@/lib/document/edits/edit-text';
import { projectScenario } from '@/lib/document/project-scenario';
import { entitiesOf, entityOf, labelOf, layoutOf } from '@/lib/document/roots';
import type { Presence } from '@/lib/sync/presence';
import { CanvasBinding } from '../bind-canvas';
import { shapeIdOf, type CanvasShape } from '../shapes/canvas-shapes';
import { actualRecords, createLabClient, frames, nextFrame, type LabClient } from './lab-client';
import { dragTo, endDrag, LabWorld, startDrag } from './lab-world';

/*
 * One situation for each invariant of the binding, played with real editors, documents and animation frames. They tell
 * what came of it; `bind-canvas.test.ts` says what ought to.
 */

const hot = shapeIdOf('role', 'hot');

async function inWorld<T>(play: (world: LabWorld, a: LabClient, b: LabClient) => Promise<T>, clients = 2): Promise<T & { problems: string[] }> {
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

const at = ({ editor }: LabClient, id: TLShapeId = hot): [number, number] | null => {
  const shape = editor.getShape(id);
  return shape ? [shape.x, shape.y] : null;
};
const move = ({ editor }: LabClient, x: number, y = 0): void => void editor.updateShape({ id: hot, type: 'role', x, y });
const shapeOf = ({ editor }: LabClient, id: TLShapeId = hot): CanvasShape => editor.getShape(id) as CanvasShape;
const labelShown = (client: LabClient): string => (shapeOf(client) as { props: { label: string } }).props.label;

export const labCases = {
  /** 1 */
  sameFrame: () =>
    inWorld(async (world, a, b) => {
      move(a, 111);
      move(b, 999);
      await world.rest();
      return { a: at(a), b: at(b) };
    }),

  /** 1: a change that is pending when a peer's arrives is not lost. */
  pendingWhenMerging: () =>
    inWorld(async (world, a, b) => {
      replaceText(labelOf(b.doc, 'roles', 'hot', 'en')!, 'renamed');
      await frames(2);
      move(a, 500);
      world.deliverAll(); // the merge comes in this task's microtasks, before the frame that tells of the move
      await world.rest();
      return { a: at(a), b: at(b), label: labelShown(a) };
    }),

  /** 2 */
  noWritesInsideOperations: () =>
    inWorld(async (world, a, b) => {
      let during = -1;
      a.editor.run(() => {
        move(a, 40);
        replaceText(labelOf(b.doc, 'roles', 'hot', 'en')!, 'from afar');
        world.deliverAll(); // arrives in the middle of an operation of tldraw's
        move(a, 50);
        during = a.sent.length;
      });
      const after = a.sent.length;
      await world.rest();
      return { during, after, a: at(a), b: at(b), label: labelShown(a) };
    }),

  /** 3 */
  whitelist: () =>
    inWorld(async (world, a, b) => {
      a.editor.bringToFront([hot]).updateShape({ id: hot, type: 'role', opacity: 0.3, rotation: 1, meta: { x: 1 } });
      a.editor.updateShape({ id: shapeIdOf('relation', 'r1'), type: 'relation', x: 40, props: { lane: 4, label: 'no' } });
      await world.rest();
      const own = { sent: a.sent.length, opacity: a.editor.getShape(hot)!.opacity, canUndo: a.undo.canUndo.get() };
      deleteEntities(b.doc, { roles: ['three'] }); // moves others up in the order
      createEntities(b.doc, { roles: [{ id: 'five', phases: { before: {} } }] });
      await world.rest();
      return { own, sent: a.sent.length, canUndo: a.undo.canUndo.get() };
    }),

  /** 4 */
  undoLeavesPeers: () =>
    inWorld(async (world, a, b) => {
      move(a, 77);
      await world.rest();
      replaceText(labelOf(b.doc, 'roles', 'hot', 'en')!, 'theirs');
      setRoleEnterprise(b.doc, 'hot', 'before', 'e2');
      await world.rest();
      a.editor.undo(); // whoever asks tldraw gets the document's undo
      await world.rest();
      const undone = { at: at(a), label: labelShown(b), enterprise: (shapeOf(b) as { props: { enterprise: string } }).props.enterprise };
      a.editor.redo();
      await world.rest();
      return { undone, redone: at(b), passive: b.sent.length };
    }),

  /** 5 */
  undoOfOverwritten: () =>
    inWorld(async (world, a, b) => {
      a.editor.updateShape({ id: shapeIdOf('role', 'two'), type: 'role', x: 5 });
      await frames(2);
      move(a, 111);
      await world.rest();
      move(b, 222);
      await world.rest();
      a.actions.undo();
      await world.rest();
      const first = { hot: at(a), two: at(a, shapeIdOf('role', 'two')), told: a.overwritten };
      a.actions.undo();
      await world.rest();
      return { first, second: { hot: at(a), two: at(a, shapeIdOf('role', 'two')) } };
    }),

  /** 6: a drag with real frames. */
  oneDrag: () =>
    inWorld(async (_world, a) => {
      startDrag(a, shapeOf(a));
      for (let step = 0; step < 20; step++) {
        dragTo(a, 100 + step * 7.3, 200 + step * 3.1);
        await nextFrame();
      }
      const during = a.sent.length;
      endDrag(a);
      await frames(3);
      return { during, after: a.sent.length, box: layoutOf(a.doc).get('before:hot') as number[], steps: a.undo.manager.undoStack.length };
    }),

  /** 6: nudging by a held arrow key is one gesture, too. */
  oneNudge: () =>
    inWorld(async (_world, a) => {
      a.editor.select(hot);
      const key = (name: 'key_down' | 'key_repeat' | 'key_up'): void =>
        void a.editor.dispatch({ type: 'keyboard', name, key: 'ArrowRight', code: 'ArrowRight', shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, accelKey: false });
      key('key_down');
      for (let repeat = 0; repeat < 10; repeat++) {
        await nextFrame();
        key('key_repeat');
      }
      await frames(2);
      const during = a.sent.length;
      key('key_up');
      await frames(4);
      return { during, after: a.sent.length, x: at(a)![0] };
    }),

  /** 6: what 200 drags of one second (60 moves each) add to the stored document. */
  manyDrags: () =>
    inWorld(async (_world, a) => {
      const before = Y.encodeStateAsUpdate(a.doc).length;
      for (let drag = 0; drag < 200; drag++) {
        startDrag(a, shapeOf(a));
        for (let step = 0; step < 60; step++) {
          dragTo(a, 100 + ((drag * 37 + step * 11) % 700), 100 + ((drag * 13 + step * 7) % 400));
          a.editor.emit('tick', 16);
        }
        endDrag(a);
        a.editor.emit('tick', 16);
        await Promise.resolve();
        await Promise.resolve();
      }
      await frames(3);
      return { updates: a.sent.length, grown: Y.encodeStateAsUpdate(a.doc).length - before, sent: a.sent.reduce((sum, update) => sum + update.length, 0) };
    }),

  /** 7 */
  dangling: () =>
    inWorld(async (world, a, b) => {
      a.editor.deleteShapes([hot]);
      await frames(2);
      createEntities(b.doc, { relations: [{ id: 'fresh', source: 'hot', target: 'four', kind: 'data', phases: ['before'] }] });
      await world.rest();
      const fresh = shapeIdOf('relation', 'fresh');
      const gone = { a: !!a.editor.getShape(fresh), b: !!b.editor.getShape(fresh) };
      a.actions.undo();
      await world.rest();
      return { gone, back: { a: !!a.editor.getShape(fresh), b: !!b.editor.getShape(fresh) } };
    }),

  /** 8 */
  undoneCreation: () =>
    inWorld(async (world, a, b) => {
      const [id] = createEntities(a.doc, { roles: [{ phases: { before: {} } }] }).roles as [string];
      await world.rest();
      replaceText(labelOf(b.doc, 'roles', id, 'en')!, 'named by a peer');
      await world.rest();
      a.actions.undo();
      await world.rest();
      const undone = !!b.editor.getShape(shapeIdOf('role', id));
      a.actions.redo();
      await world.rest();
      return { undone, label: projectScenario(b.doc).roles.find((role) => role.id === id)?.label.en };
    }),

  /** 9 */
  concurrentLabels: () =>
    inWorld(async (world, a, b) => {
      const type = (client: LabClient, insert: string, index: number): void => applyTextChange(labelOf(client.doc, 'roles', 'hot', 'en')!, { at: index, remove: 0, insert });
      type(a, 'very ', 0);
      type(b, '!', 3);
      await world.rest();
      return { a: labelShown(a), b: labelShown(b) };
    }),

  /** 10 */
  bindingTwice: () =>
    inWorld(async (world, a, b) => {
      const { editor, doc, scenario, peers } = a;
      const again = (): CanvasBinding =>
        new CanvasBinding({ editor, doc, scenario, peers, phase: 'before', language: 'en', mayEdit: () => true, show: () => {} });
      a.binding.destroy();
      again().destroy(); // React's StrictMode
      const last = again();
      move(b, 321);
      await world.rest();
      const shown = at(a);
      last.destroy();
      move(a, 1);
      await frames(3);
      const wrote = a.sent.length;
      again(); // puts back what nobody wrote
      return { shown, wrote };
    }),

  /** 10: a client seeds nothing, not even into an empty document. */
  emptyDocument: async () => {
    const client = createLabClient(9, Y.encodeStateAsUpdate(new Y.Doc()));
    await frames(3);
    client.binding.show('after', 'de');
    await frames(3);
    const result = { sent: client.sent.length, records: actualRecords(client).size, roots: [...client.doc.share.keys()].filter((name) => client.doc.share.get(name)!._map.size > 0) };
    client.destroy();
    return result;
  },

  /** 11 */
  equalOrder: () =>
    inWorld(async (world, a, b) => {
      const [x] = createEntities(a.doc, { roles: [{ id: 'x1', phases: { before: {} } }] }).roles as [string];
      const [y] = createEntities(b.doc, { roles: [{ id: 'x2', phases: { before: {} } }] }).roles as [string];
      await world.rest();
      const orders = [x, y].map((id) => entityOf(a.doc, 'roles', id)!.get('order'));
      const indices = ({ editor }: LabClient): string[] => [x, y].map((id) => editor.getShape(shapeIdOf('role', id))!.index);
      return { orders, a: indices(a), b: indices(b) };
    }),

  /** 12 */
  unreadable: () =>
    inWorld(async (world, a, b) => {
      b.doc.transact(() => {
        const roles = entitiesOf(b.doc, 'roles') as Y.Map<unknown>;
        roles.set('text', 'not a map');
        roles.set('bare', new Y.Map<unknown>([['before', true]]));
        roles.set('odd', new Y.Map<unknown>(Object.entries({ before: true, 'label:en': 5, order: 'first', shape: 'hexagon', 'enterprise:before': { a: 1 } })));
        entityOf(b.doc, 'roles', 'two')!.set('futureProperty', { anything: [1, 2, 3] });
        entityOf(b.doc, 'relations', 'r1')!.set('kind', 'teleportation');
        entitiesOf(b.doc, 'relations').set('nowhere', new Y.Map<unknown>([['source', 'hot'], ['before', true]]));
        const layout = layoutOf(b.doc);
        layout.set('before:three', ['a', null, NaN, -1]);
        layout.set('before:four', { x: 1 });
        layout.set('before:bare', [1, 2, 3]);
      });
      move(b, 44);
      await world.rest();
      return { at: at(a), odd: !!a.editor.getShape(shapeIdOf('role', 'odd')), sent: a.sent.length };
    }),

  /** 13: somebody deletes the role that one is dragging. */
  deletedWhileDragged: () =>
    inWorld(async (world, a, b) => {
      startDrag(a, shapeOf(a));
      await frames(2);
      dragTo(a, 300, 300);
      await frames(2);
      deleteEntities(b.doc, { roles: ['hot'] });
      await frames(1);
      world.deliverAll();
      await frames(2);
      const during = !!a.editor.getShape(hot);
      dragTo(a, 350, 350);
      await frames(2);
      endDrag(a);
      await world.rest();
      return { during, after: !!a.editor.getShape(hot), path: a.editor.getPath(), sent: a.sent.length, selected: a.editor.getSelectedShapeIds().length };
    }),

  /** 13: somebody moves and renames the role that one is dragging, and one then gives up. */
  cancelledDrag: () =>
    inWorld(async (world, a, b) => {
      startDrag(a, shapeOf(a));
      await frames(2);
      dragTo(a, 300, 300);
      await frames(2);
      move(b, 640, 20);
      replaceText(labelOf(b.doc, 'roles', 'hot', 'en')!, 'renamed');
      await frames(2);
      world.deliverAll();
      await frames(2);
      const label = labelShown(a);
      a.editor.cancel();
      await frames(2);
      endDrag(a);
      await world.rest();
      return { label, at: at(a), sent: a.sent.length };
    }),

  /** 13: somebody deletes what one has selected, and the role whose label one is editing. */
  deletedWhileEdited: () =>
    inWorld(async (world, a, b) => {
      a.editor.setSelectedShapes([hot, shapeIdOf('relation', 'r1')]);
      a.editor.setEditingShape(hot);
      await frames(1);
      const editing = a.editor.getPath();
      deleteEntities(b.doc, { roles: ['hot'] });
      world.deliverAll();
      await world.rest();
      return { editing, path: a.editor.getPath(), editingShape: a.editor.getEditingShapeId(), selected: a.editor.getSelectedShapeIds().length };
    }),

  /** 14: a drag under way is awareness; the others see it, and nobody writes. */
  liveDrag: () =>
    inWorld(async (world, a, b) => {
      const relay = (presence: Partial<Presence>): void =>
        b.peers.set([{ clientId: 1, user: { id: 'a', name: 'Anna', delegation: 'DE', color: '#000' }, presence, activeAt: 0 }]);
      startDrag(a, shapeOf(a));
      await frames(2);
      dragTo(a, 300, 260);
      await frames(3);
      relay(a.shown.at(-1)!);
      await frames(2);
      const during = { a: at(a), b: at(b), written: a.sent.length + b.sent.length };
      endDrag(a);
      await world.rest();
      await new Promise((resolve) => setTimeout(resolve, 400));
      const last = a.shown.at(-1)!;
      relay(last);
      await frames(3);
      return { during, last, b: at(b), passive: b.sent.length, canUndo: b.undo.canUndo.get() };
    }),

  /** Who may not edit changes nothing: what tldraw lets through is put back. */
  readOnly: () =>
    inWorld(async (world, a) => {
      a.mayEdit = false;
      move(a, 888);
      a.editor.deleteShapes([shapeIdOf('role', 'two')]);
      await world.rest();
      a.actions.deleteSelected();
      a.actions.createRole({ x: 0, y: 0 });
      await world.rest();
      return { at: at(a), sent: a.sent.length };
    }),

  /** What one reader alone placed is written with the first move, so that nothing jumps. */
  unplaced: () =>
    inWorld(async (world, a, b) => {
      const ids = createEntities(a.doc, { roles: ['u1', 'u2'].map((id) => ({ id, phases: { after: {} } })) }).roles;
      await world.rest();
      for (const client of [a, b]) client.binding.show('after', 'en');
      await world.rest();
      const [first, second] = ids.map((id) => shapeIdOf('role', id)) as [TLShapeId, TLShapeId];
      const before = at(a, second);
      const written = Object.keys(layoutOf(a.doc).toJSON()).filter((key) => key.startsWith('after:')).length;
      a.editor.updateShape({ id: first, type: 'role', x: 900, y: 900 });
      await world.rest();
      return { written, before, after: at(b, second) };
    }),

  /** A clone dragged off with Alt is a new role. */
  clone: () =>
    inWorld(async (world, a, b) => {
      a.editor.duplicateShapes([hot], { x: 30, y: 40 });
      await world.rest();
      const roles = projectScenario(b.doc).roles.filter((role) => role.label.en === 'hot');
      return { boxes: roles.map((role) => role.phases.before?.box), selected: a.editor.getSelectedShapeIds().length, steps: a.undo.manager.undoStack.length };
    }),

  /** Taking a role away from one phase leaves it in the other. */
  takenFromOnePhase: () =>
    inWorld(async (world, a, b) => {
      a.editor.deleteShapes([shapeIdOf('role', 'two')]);
      await world.rest();
      const two = projectScenario(b.doc).roles.find((role) => role.id === 'two');
      placeBoxes(b.doc, 'after', { two: [1, 2, 168, 72] });
      return { before: !!two?.phases.before, after: !!two?.phases.after };
    }),
};

