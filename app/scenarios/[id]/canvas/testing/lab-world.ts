import { isEqual, type TLShapeId } from 'tldraw';
import * as Y from 'yjs';
import { createDocument } from '@/lib/document/create-document';
import { createEntities } from '@/lib/document/edits/create-entities';
import { setEnterpriseColour, setRelationEnds, setRelationKind, setRoleEnterprise, setRolePhase } from '@/lib/document/edits/edit-entities';
import { replaceText } from '@/lib/document/edits/edit-text';
import { projectScenario } from '@/lib/document/project-scenario';
import { labelOf, layoutOf } from '@/lib/document/roots';
import { emptyLocalized, languages } from '@/lib/domain/languages';
import { dimensions, schemaVersion, sectionKeys, type Box, type Scenario } from '@/lib/domain/scenario';
import { takeAway } from '../commands';
import { entityOfShape, shapeIdOf, type CanvasShape } from '../shapes/canvas-shapes';
import { actualRecords, createLabClient, expectedRecords, frames, fromAfar, nextFrame, type LabClient } from './lab-client';
import { chanceOf, type Chance } from './lab-random';

export interface WorldOptions {
  readonly seed: number;
  readonly clients: number;
  readonly operations: number;
  /** False takes the flush before a merge away, which has to be noticed. */
  readonly flushBeforeMerge?: boolean;
}

/** A little network with one role that everybody fights over. */
export function labScenario(): Scenario {
  const cell = { change: null, rationale: '' };
  const cells = Object.fromEntries(dimensions.map((dimension) => [dimension, cell])) as Scenario['assessment'][string];
  return {
    schemaVersion,
    title: { ...emptyLocalized, en: 'Lab' },
    origin: null,
    bestPractice: null,
    roles: ['hot', 'two', 'three', 'four'].map((id, index) => ({
      id,
      label: { ...emptyLocalized, en: id },
      phases: { before: { enterprise: index % 2 ? 'e1' : null, box: [index * 300, 0, 168, 72] }, ...(index === 1 && { after: { enterprise: null, box: null } }) },
    })),
    relations: [
      { id: 'r1', label: { ...emptyLocalized, en: 'delivers' }, kind: 'product', source: 'hot', target: 'two', phases: ['before'] },
      { id: 'r2', label: { ...emptyLocalized, en: 'reports' }, kind: 'data', source: 'two', target: 'hot', phases: ['before', 'after'] },
      { id: 'r3', label: emptyLocalized, kind: null, source: 'three', target: 'four', phases: ['before'] },
    ],
    enterprises: ['e1', 'e2'].map((id, colour) => ({ id, name: { ...emptyLocalized, en: id }, colour, newInFuture: false })),
    notes: [{ id: 'n1', text: 'todo', phase: 'before', box: [0, 300, 200, 120] }],
    assessment: { e1: cells, e2: cells },
    sections: Object.fromEntries(sectionKeys.map((key) => [key, Object.fromEntries(languages.map((language) => [language, []]))])) as unknown as Scenario['sections'],
  };
}

/** Clients of one document whose updates wait in inboxes until they are delivered. */
export class LabWorld {
  readonly clients: LabClient[];
  readonly #taken: number[];
  readonly #inboxes: { readonly from: number; readonly to: number; readonly updates: Uint8Array[] }[] = [];

  constructor(count: number, options: { flushBeforeMerge?: boolean } = {}) {
    const seed = createDocument(labScenario());
    const state = Y.encodeStateAsUpdate(seed);
    this.clients = Array.from({ length: count }, (_, index) => createLabClient(index + 1, state, options));
    this.#taken = this.clients.map(() => 0);
    for (let from = 0; from < count; from++) for (let to = 0; to < count; to++) if (from !== to) this.#inboxes.push({ from, to, updates: [] });
  }

  #collect(): void {
    this.clients.forEach((client, from) => {
      const fresh = client.sent.slice(this.#taken[from]);
      this.#taken[from] = client.sent.length;
      for (const inbox of this.#inboxes) if (inbox.from === from) inbox.updates.push(...fresh);
    });
  }

  /** Delivers some of what waits, in an order left to chance. */
  deliverSome(chance: Chance): void {
    this.#collect();
    for (let turn = 0; turn < 3; turn++) {
      const inbox = chance.pick(this.#inboxes.filter(({ updates }) => updates.length));
      if (!inbox) return;
      for (const update of inbox.updates.splice(0, 1 + chance.below(inbox.updates.length)))
        Y.applyUpdate(this.clients[inbox.to]!.doc, update, fromAfar);
    }
  }

  /** Delivers all there is. @returns whether there was anything */
  deliverAll(): boolean {
    this.#collect();
    let any = false;
    for (const { to, updates } of this.#inboxes) {
      for (const update of updates.splice(0)) {
        any = true;
        Y.applyUpdate(this.clients[to]!.doc, update, fromAfar);
      }
    }
    return any;
  }

  /** Lets everything arrive and settle. */
  async rest(): Promise<void> {
    do await frames(2);
    while (this.deliverAll());
    await frames(2);
  }

  /** What is wrong at rest: empty if every store equals its projection and all clients show the same. */
  problems(): string[] {
    const problems: string[] = [];
    const first = this.clients[0]!;
    for (const client of this.clients) {
      const expected = expectedRecords(client);
      const actual = actualRecords(client);
      for (const [id, record] of expected)
        if (!isEqual(actual.get(id), record)) problems.push(`client ${client.name}: ${id} is ${JSON.stringify(actual.get(id))}, not ${JSON.stringify(record)}`);
      for (const id of actual.keys()) if (!expected.has(id)) problems.push(`client ${client.name}: ${id} should not be there`);
      problems.push(...client.crashes.map((crash) => `client ${client.name} crashed: ${crash}`));
      if (!isEqual(projectScenario(client.doc), projectScenario(first.doc))) problems.push(`clients ${first.name} and ${client.name} have different documents`);
    }
    return problems;
  }

  destroy(): void {
    for (const client of this.clients) client.destroy();
  }
}

/** Runs one seed. @returns what went wrong */
export async function runSeed({ seed, clients, operations, flushBeforeMerge }: WorldOptions): Promise<string[]> {
  const chance = chanceOf(seed);
  const world = new LabWorld(clients, { flushBeforeMerge });
  const passive = clients > 2 ? world.clients[2]! : null;
  const active = world.clients.filter((client) => client !== passive);
  const moves = active.map((client) => watchMoves(client));
  const problems: string[] = [];
  try {
    for (let done = 0; done < operations; ) {
      const inThisFrame = 2 + chance.below(6);
      for (let turn = 0; turn < inThisFrame && done < operations; turn++, done++) {
        const index = chance.below(active.length);
        operate(active[index]!, chance, moves[index]!);
        if (chance.below(3) === 0) world.deliverSome(chance);
        // Sometimes let microtasks run in between: then a merge comes before the frame that tells of the change.
        if (chance.below(3) === 0) await Promise.resolve();
      }
      await nextFrame();
    }
    for (const client of active) endDrag(client);
    await frames(3);
    for (const move of moves) problems.push(...move.lost());
    const before = world.clients.map((client) => client.sent.length);
    await world.rest();
    problems.push(...world.problems());
    world.clients.forEach((client, index) => {
      if (client.sent.length !== before[index]) problems.push(`client ${client.name} wrote ${client.sent.length - before[index]!} updates because of others`);
    });
    if (passive?.sent.length) problems.push('the passive client wrote');
    if (passive?.undo.canUndo.get()) problems.push('the passive client has something to undo');
  } catch (error) {
    problems.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    for (const move of moves) move.stop();
    world.destroy();
  }
  return problems.map((problem) => `seed ${seed}: ${problem}`);
}

interface Moves {
  made(id: string, box: Box): void;
  /** Something else may move on what was moved. */
  dropped(): void;
  lost(): string[];
  stop(): void;
}

/** Watches that what was moved in a store gets into the document, unless the role was gone or was moved on before. */
function watchMoves(client: LabClient): Moves {
  const waiting = new Map<string, string>();
  const isGone = (id: string): boolean => !projectScenario(client.doc).roles.some((role) => role.id === id && role.phases.before);
  const listener = (event: Y.YMapEvent<unknown>): void => {
    for (const key of event.keysChanged) {
      const id = String(key).slice('before:'.length);
      if (waiting.get(id) === JSON.stringify(layoutOf(client.doc).get(String(key)))) waiting.delete(id);
    }
  };
  const onUpdate = (): void => {
    for (const id of waiting.keys()) if (isGone(id)) waiting.delete(id);
  };
  layoutOf(client.doc).observe(listener);
  client.doc.on('update', onUpdate);
  return {
    made: (id, box) => void (isGone(id) || waiting.set(id, JSON.stringify(box))),
    dropped: () => waiting.clear(),
    lost: () => [...waiting].map(([id, box]) => `client ${client.name} lost its move of ${id} to ${box}`),
    stop() {
      layoutOf(client.doc).unobserve(listener);
      client.doc.off('update', onUpdate);
    },
  };
}

let lastBox = 0;
/** Clients that hold a role; tldraw itself learns of it with its next tick only. */
const dragging = new WeakSet<LabClient>();

function operate(client: LabClient, chance: Chance, moves: Moves): void {
  const { editor, doc, undo, binding } = client;
  const scenario = projectScenario(doc);
  const shapes = editor.getCurrentPageShapes() as CanvasShape[];
  const roles = shapes.filter((shape) => shape.type === 'role');
  // Half of all operations concern the one role.
  const role = chance.below(2) ? (roles.find((shape) => shape.id === shapeIdOf('role', 'hot')) ?? chance.pick(roles)) : chance.pick(roles);
  const id = role && entityOfShape(role.id)?.id;
  const relation = chance.pick(shapes.filter((shape) => shape.type === 'relation'));
  const isDragging = dragging.has(client);
  const move = chance.below(20);
  if (isDragging && ![0, 3, 5, 9].includes(move)) return void dragOn(client, chance);
  switch (move) {
    case 0:
    case 1:
    case 2:
      if (role && id && !isDragging) {
        const box: Box = [++lastBox, chance.below(1000), role.props.w as number, role.props.h as number];
        editor.updateShape({ id: role.id, type: 'role', x: box[0], y: box[1] });
        moves.made(id, box);
      }
      return;
    case 3:
    case 4:
      return void (id && replaceText(labelOf(doc, 'roles', id, 'en')!, `name ${chance.below(100)}`));
    case 5:
      if (role && id && !isDragging) {
        const box: Box = [Math.round(role.x), Math.round(role.y), 100 + ++lastBox, 80];
        editor.updateShape({ id: role.id, type: 'role', props: { w: box[2], h: box[3] } });
        moves.made(id, box);
      }
      return;
    case 6:
      return void (role && editor.deleteShapes([role.id]));
    case 7:
      binding.flush();
      return takeAway(doc, scenario, 'before', [(relation ?? role)?.id].filter((shape): shape is TLShapeId => !!shape));
    case 8:
    case 9:
    case 10:
      binding.flush();
      moves.dropped();
      undo.undo();
      return;
    case 11:
    case 12:
      binding.flush();
      moves.dropped();
      undo.redo();
      return;
    case 13:
      return void createEntities(doc, { roles: [{ label: { en: 'new' }, phases: { before: chance.below(2) ? { box: [chance.below(500), 400, 168, 72] } : {} } }] });
    case 14: {
      const [source, target] = [chance.pick(scenario.roles), chance.pick(scenario.roles)];
      if (source && target) createEntities(doc, { relations: [{ source: source.id, target: target.id, kind: 'data', phases: ['before'] }] });
      return;
    }
    case 15: {
      const target = chance.pick(scenario.roles);
      if (relation && target && chance.below(2)) editor.updateShape({ id: relation.id, type: 'relation', props: { target: target.id } });
      else if (relation && target) setRelationEnds(doc, entityOfShape(relation.id)!.id, { source: target.id });
      return;
    }
    case 16:
      if (id && chance.below(2)) setRoleEnterprise(doc, id, 'before', chance.pick(['e1', 'e2', null]) ?? null);
      else setEnterpriseColour(doc, 'e1', chance.below(10));
      return;
    case 17:
      if (relation) setRelationKind(doc, entityOfShape(relation.id)!.id, chance.pick(['product', 'data', null] as const) ?? null);
      return void (id && chance.below(2) && setRolePhase(doc, id, 'before', false));
    case 18:
      // What the whitelist keeps out.
      if (role) editor.bringToFront([role.id]).updateShape({ id: role.id, type: 'role', opacity: 0.5, rotation: 1 });
      return;
    default:
      if (!role || !id) return;
      moves.dropped(); // whatever lies on top there is dragged
      return startDrag(client, role);
  }
}

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

function dragOn(client: LabClient, chance: Chance): void {
  if (chance.below(3) === 0) endDrag(client);
  else if (chance.below(6) === 0) cancelDrag(client);
  else dragTo(client, chance.below(800), chance.below(600));
}

export function endDrag(client: LabClient): void {
  if (!dragging.delete(client)) return;
  const { x, y } = client.editor.inputs.getCurrentScreenPoint();
  point(client, 'pointer_up', x, y);
}

/** As Escape does. */
export function cancelDrag(client: LabClient): void {
  client.editor.cancel();
  endDrag(client);
}
