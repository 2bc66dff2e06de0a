import * as Y from 'yjs';
import { createEntities } from '@/lib/document/edits/create-entities';
import { deleteEntities, setRoleEnterprise } from '@/lib/document/edits/edit-entities';
import { replaceText } from '@/lib/document/edits/edit-text';
import { projectScenario } from '@/lib/document/project-scenario';
import { labelOf, layoutOf } from '@/lib/document/roots';
import type { Presence } from '@/lib/sync/presence';
import { shapeIdOf } from '../shapes/canvas-shapes';
import { frames, nextFrame } from './lab-client';
import { dragTo, endDrag, startDrag } from './lab-pointer';
import { at, hot, inWorld, labelShown, move, shapeOf } from './lab-play';

/* Situations of undoing and of gestures, as in `lab-cases.ts`. */

export const gestureCases = {
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

  /** 14: what a peer drops stays where it was seen last until the result is here, and then nothing hides the result. */
  droppedDrag: () =>
    inWorld(async (world, a, b) => {
      const relay = (presence: Partial<Presence>): void =>
        b.peers.set([{ clientId: 1, user: { id: 'a', name: 'Anna', delegation: 'DE', color: '#000' }, presence, activeAt: 0 }]);
      const dragAndDrop = async (x: number, y: number): Promise<Partial<Presence>> => {
        startDrag(a, shapeOf(a));
        await frames(2);
        dragTo(a, x, y);
        await frames(3);
        const last = a.shown.at(-1)!;
        relay(last);
        await frames(2);
        dragTo(a, x + 40, y + 30);
        endDrag(a, { x: x + 40, y: y + 30 }); // nobody has seen this move before the drop
        await frames(2);
        return last;
      };
      await dragAndDrop(300, 260);
      const during = at(b);
      relay(a.shown.at(-1)!);
      await frames(2);
      const dropped = at(b);
      world.deliverAll();
      await frames(2);
      const first = { a: at(a), b: at(b) };
      const stale = await dragAndDrop(420, 300);
      world.deliverAll();
      relay({ ...stale }); // more of what was shown before the drop
      await frames(2);
      return { during, dropped, first, second: { a: at(a), b: at(b) }, ended: a.shown.at(-1)! };
    }),
};
