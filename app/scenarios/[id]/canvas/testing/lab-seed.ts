import type { TLShapeId } from 'tldraw';
import type * as Y from 'yjs';
import { createEntities } from '@/lib/document/edits/create-entities';
import { setEnterpriseColour, setRelationEnds, setRelationKind, setRoleEnterprise, setRolePhase } from '@/lib/document/edits/edit-entities';
import { replaceText } from '@/lib/document/edits/edit-text';
import { projectScenario } from '@/lib/document/project-scenario';
import { labelOf, layoutOf } from '@/lib/document/roots';
import type { Box } from '@/lib/domain/scenario';
import { takeAway } from '../commands';
import { entityOfShape, shapeIdOf, type CanvasShape } from '../shapes/canvas-shapes';
import { frames, nextFrame, type LabClient } from './lab-client';
import { dragOn, endDrag, isDragging, startDrag } from './lab-pointer';
import { chanceOf, type Chance } from './lab-random';
import { LabWorld } from './lab-world';

export interface SeedOptions {
  readonly seed: number;
  readonly clients: number;
  readonly operations: number;
  /** False takes the flush before a merge away, which has to be noticed. */
  readonly flushBeforeMerge?: boolean;
}

/** Runs one seed. @returns what went wrong */
export async function runSeed({ seed, clients, operations, flushBeforeMerge }: SeedOptions): Promise<string[]> {
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

function operate(client: LabClient, chance: Chance, moves: Moves): void {
  const { editor, doc, undo, binding } = client;
  const scenario = projectScenario(doc);
  const shapes = editor.getCurrentPageShapes() as CanvasShape[];
  const roles = shapes.filter((shape) => shape.type === 'role');
  // Half of all operations concern the one role.
  const role = chance.below(2) ? (roles.find((shape) => shape.id === shapeIdOf('role', 'hot')) ?? chance.pick(roles)) : chance.pick(roles);
  const id = role && entityOfShape(role.id)?.id;
  const relation = chance.pick(shapes.filter((shape) => shape.type === 'relation'));
  const isHolding = isDragging(client);
  const move = chance.below(20);
  if (isHolding && ![0, 3, 5, 9].includes(move)) return void dragOn(client, chance);
  switch (move) {
    case 0:
    case 1:
    case 2:
      if (role && id && !isHolding) {
        const box: Box = [++lastBox, chance.below(1000), role.props.w as number, role.props.h as number];
        editor.updateShape({ id: role.id, type: 'role', x: box[0], y: box[1] });
        moves.made(id, box);
      }
      return;
    case 3:
    case 4:
      return void (id && replaceText(labelOf(doc, 'roles', id, 'en')!, `name ${chance.below(100)}`));
    case 5:
      if (role && id && !isHolding) {
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
      void undo.undo();
      return;
    case 11:
    case 12:
      binding.flush();
      moves.dropped();
      void undo.redo();
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

