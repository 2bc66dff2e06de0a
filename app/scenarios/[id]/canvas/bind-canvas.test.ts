import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLab, type Lab, type OpenLab } from './testing/open-lab';

declare const lab: Lab;

let opened: OpenLab;
beforeAll(async () => {
  opened = await openLab();
}, 60_000);
afterAll(() => opened?.close());

type Cases = Lab['cases'];
const play = async <K extends keyof Cases>(name: K): Promise<Awaited<ReturnType<Cases[K]>>> =>
  opened.page.evaluate<unknown, keyof Cases>((key) => lab.cases[key](), name) as Promise<Awaited<ReturnType<Cases[K]>>>;
/** Every store equals its projection, and all clients hold the same. */
const inStep = { problems: [] };

/* The invariants are numbered as in the design of the binding; `bind-canvas.fuzz.test.ts` tries the first at random. */
describe('the binding of canvas and document', () => {
  it('1 ends in one place where two move a role in the same frame', async () => {
    const { a, b, problems } = await play('sameFrame');
    expect(problems).toEqual([]);
    expect(a).toEqual(b);
    expect([111, 999]).toContain(a![0]);
  });

  it('1 writes what is pending before it merges', async () => {
    expect(await play('pendingWhenMerging')).toEqual({ a: [500, 0], b: [500, 0], label: 'renamed', ...inStep });
  });

  it('2 neither writes nor merges inside an operation of tldraw', async () => {
    expect(await play('noWritesInsideOperations')).toEqual({ during: 0, after: 0, a: [50, 0], b: [50, 0], label: 'from afar', ...inStep });
  });

  it('3 lets only position, size, ends, clones and deletions through, and writes nothing for what others do', async () => {
    expect(await play('whitelist')).toEqual({ own: { sent: 0, opacity: 1, canUndo: false }, sent: 0, canUndo: false, ...inStep });
  });

  it('4 undoes by the document, whoever asks, and keeps what a peer did to the same role', async () => {
    expect(await play('undoLeavesPeers')).toEqual({ undone: { at: [0, 0], label: 'theirs', enterprise: 'e2' }, redone: [77, 0], passive: 2, ...inStep });
  });

  it('5 leaves a value alone that a peer has overwritten, says so, and does not go on to the step before', async () => {
    expect(await play('undoOfOverwritten')).toEqual({
      first: { hot: [222, 0], two: [5, 0], told: 1 },
      second: { hot: [222, 0], two: [300, 0] },
      ...inStep,
    });
  });

  it('6 writes a drag as one update with one rounded array', async () => {
    const { during, after, steps, box, problems } = await play('oneDrag');
    expect({ during, after, steps, problems }).toEqual({ during: 0, after: 1, steps: 1, problems: [] });
    expect(box.every(Number.isInteger)).toBe(true);
  });

  it('6 writes the nudging of a held key as one update', async () => {
    expect(await play('oneNudge')).toEqual({ during: 0, after: 1, x: 11, ...inStep });
  });

  it('6 lets 200 drags of a second grow the document by less than 20 kB', { timeout: 60_000 }, async () => {
    const { updates, grown, sent, problems } = await play('manyDrags');
    expect(problems).toEqual([]);
    expect(updates).toBe(200);
    expect(grown).toBeLessThan(20_000);
    expect(sent).toBeLessThan(20_000);
  });

  it('7 hides a relation whose role is gone, and shows it again with the role', async () => {
    expect(await play('dangling')).toEqual({ gone: { a: false, b: false }, back: { a: true, b: true }, ...inStep });
  });

  it('8 keeps a peer’s label through undo and redo of a creation', async () => {
    expect(await play('undoneCreation')).toEqual({ undone: false, label: 'named by a peer', ...inStep });
  });

  it('9 merges what two people type into one label', async () => {
    expect(await play('concurrentLabels')).toEqual({ a: 'very hot!', b: 'very hot!', ...inStep });
  });

  it('10 can be bound again, and is silent once it ended', async () => {
    expect(await play('bindingTwice')).toEqual({ shown: [321, 0], wrote: 0, ...inStep });
  });

  it('10 seeds nothing', async () => {
    expect(await play('emptyDocument')).toEqual({ sent: 0, records: 0, roots: [] });
  });

  it('11 derives what stands above what, also where two created at the same moment', async () => {
    const { orders, a, b, problems } = await play('equalOrder');
    expect(problems).toEqual([]);
    expect(orders[0]).toBe(orders[1]);
    expect(a).toEqual(b);
    expect(a[0]! < a[1]!).toBe(true);
  });

  it('12 is not stopped by records that it does not understand', async () => {
    expect(await play('unreadable')).toEqual({ at: [44, 0], odd: true, sent: 0, ...inStep });
  });

  it('13 survives the deletion of what one is dragging', async () => {
    expect(await play('deletedWhileDragged')).toEqual({ during: true, after: false, path: 'select.idle', sent: 0, selected: 0, ...inStep });
  });

  it('13 shows what a peer did meanwhile when a drag is given up', async () => {
    expect(await play('cancelledDrag')).toEqual({ label: 'renamed', at: [640, 20], sent: 0, ...inStep });
  });

  it('13 survives the deletion of what one has selected and is naming', async () => {
    expect(await play('deletedWhileEdited')).toEqual({ editing: 'select.editing_shape', path: 'select.idle', editingShape: null, selected: 0, ...inStep });
  });

  it('14 shows a drag under way to others without writing', async () => {
    const { during, last, b, passive, canUndo, problems } = await play('liveDrag');
    expect(problems).toEqual([]);
    expect(during.written).toBe(0);
    expect(during.b).toEqual(during.a!.map(Math.round));
    expect(during.b).not.toEqual([0, 0]);
    expect(last).toEqual({ drag: null });
    expect(b).toEqual(during.b);
    expect({ passive, canUndo }).toEqual({ passive: 0, canUndo: false });
  });

  it('14 keeps a drop where it was seen until its result is here, and shows the result as soon as it is', async () => {
    const { during, dropped, first, second, ended, problems } = await play('droppedDrag');
    expect(problems).toEqual([]);
    expect(dropped).toEqual(during);
    expect(first.b).toEqual(first.a);
    expect(first.b).not.toEqual(during);
    expect(second.b).toEqual(second.a);
    expect(second.b).not.toEqual(first.b);
    expect(ended).toEqual({ drag: null });
  });

  it('puts back what somebody changes who may not edit', async () => {
    expect(await play('readOnly')).toEqual({ at: [0, 0], sent: 0, ...inStep });
  });

  it('writes the places that it found for roles with the first move, and not before', async () => {
    const { written, before, after, problems } = await play('unplaced');
    expect(problems).toEqual([]);
    expect(written).toBe(0);
    expect(after).toEqual(before);
  });

  it('makes a new role of a clone, in one step', async () => {
    expect(await play('clone')).toEqual({ boxes: [[0, 0, 168, 72], [30, 40, 168, 72]], selected: 1, steps: 1, ...inStep });
  });

  it('takes a role away from the phase shown and leaves it in the other', async () => {
    expect(await play('takenFromOnePhase')).toEqual({ before: false, after: true, ...inStep });
  });
});

describe('two canvases side by side on one document', () => {
  const wholeInStep = { broken: [], problems: [] };

  it('move a common role on both sides as one update and one step, undone from either', async () => {
    expect(await play('commonRole')).toEqual({
      moved: { left: [300, 40], right: [300, 40], updates: 1, steps: 1, after: [300, 40] },
      undone: [[0, 0], [0, 0]],
      sent: 2,
      steps: 0,
      peer: 0,
      ...wholeInStep,
    });
  });

  it('show a common role where it is being dragged on the other side, and write it once', async () => {
    expect(await play('draggedAlong')).toEqual({ during: { isAlong: true, sent: 0 }, isSame: true, sent: 1, ...wholeInStep });
  });

  it('keep their own places when they are not in step, and from then on', async () => {
    expect(await play('outOfStep')).toEqual({ left: [70, 0], right: [500, 0], sent: 2, ...wholeInStep });
  });

  it('make and drop in the phase of the side, with one history', async () => {
    expect(await play('madeAndDropped')).toEqual({ phases: ['after'], dropped: { left: [0, 0], right: null }, back: [0, 0], isThere: [false, false], ...wholeInStep });
  });

  it('both show what others do and write nothing for it; the camera is one while they are in step', async () => {
    expect(await play('fromAfar')).toEqual({ labels: ['renamed', 'renamed'], sent: 0, camera: [-50, 20, 0.5], apart: 0.5, ...wholeInStep });
  });
});
