import type { TLShapeId } from 'tldraw';
import * as Y from 'yjs';
import { createEntities } from '@/lib/document/edits/create-entities';
import { deleteEntities, placeBoxes } from '@/lib/document/edits/edit-entities';
import { applyTextChange, replaceText } from '@/lib/document/edits/edit-text';
import { projectScenario } from '@/lib/document/project-scenario';
import { entitiesOf, entityOf, labelOf, layoutOf } from '@/lib/document/roots';
import { CanvasBinding } from '../bind-canvas';
import { shapeIdOf } from '../shapes/canvas-shapes';
import { actualRecords, createLabClient, frames, type LabClient } from './lab-client';
import { at, hot, inWorld, labelShown, move } from './lab-play';

/*
 * One situation for each invariant of the binding, played with real editors, documents and animation frames. They tell
 * what came of it; `bind-canvas.test.ts` says what ought to.
 */

export const mergeCases = {
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
