import { byKey } from '@/lib/domain/by-key';
import { farthest } from '@/lib/domain/bounds';
import { phases, type Phase } from '@/lib/domain/phases';
import type { Box, Role, Scenario } from '@/lib/domain/scenario';
import { boundsOf } from '@/lib/figures/geometry';
import { layoutPhase } from '@/lib/figures/layout';
import { clearOf, type Standing } from './clear-of';
import { inRanks } from './in-ranks';
import { labelSize, shownBox } from './shown-size';

/** Boxes of roles and notes by id, per phase. */
export type TidyBoxes = Readonly<Record<Phase, Readonly<Record<string, Box>>>>;

/**
 * Tidies up the network of a phase: roles in ranks from suppliers to customers, about where they were. A role that stands
 * in the other phase, too, gets the same box there. Of a selection, all else stays where it is, and the tidied roles keep
 * clear of it; of a whole phase, what they would come to lie on (notes, roles of the other phase alone) makes way.
 * @param chosen ids of the roles to be tidied up; null: all of the phase
 * @returns a box for everything in both phases that has none yet or may have been moved, so that nothing else shifts
 */
export function tidyNetwork(scenario: Scenario, phase: Phase, chosen: ReadonlySet<string> | null): TidyBoxes {
  const now = { before: layoutPhase(scenario, 'before'), after: layoutPhase(scenario, 'after') };
  const moving = scenario.roles.filter((role) => role.phases[phase] && (!chosen || chosen.has(role.id)));
  if (!moving.length) return { before: {}, after: {} };
  const tidied = new Map(tidy(scenario, phase, moving, now[phase]).map(([role, box]) => [role.id, { role, box }]));

  /** What a role covers at its new place, per phase in which it stands. */
  const covers = (where: Phase): Box[] => [...tidied.values()].flatMap(({ role, box }) => (role.phases[where] ? [shownBox(scenario, role, where, box)] : []));
  const roles = new Map(scenario.roles.map((role) => [role.id, role]));
  const still = byKey(phases, (where): readonly { readonly id: string; readonly box: Box }[] =>
    Object.entries(now[where]).flatMap(([id, box]) => {
      const role = roles.get(id);
      return tidied.has(id) ? [] : [{ id, box: role ? shownBox(scenario, role, where, box) : box }];
    }),
  );
  const boxes: Record<Phase, Record<string, Box>> = { before: { ...now.before }, after: { ...now.after } };
  const put = (shift: readonly [number, number]): void => {
    for (const { role, box } of tidied.values()) for (const where of phases) if (role.phases[where]) boxes[where][role.id] = moved(box, shift);
  };

  if (chosen) {
    const others = byKey(phases, (where) => still[where].map(({ box }) => box));
    put(clearOf(phases.flatMap((where) => covers(where).map((box): Standing => ({ box, others: others[where] })))));
    return boxes;
  }
  put([0, 0]);
  for (const where of phases) {
    const others = covers(where);
    for (const { id, box } of still[where]) {
      const shift = clearOf([{ box, others }]);
      boxes[where][id] = moved(now[where][id]!, shift);
      others.push(moved(box, shift));
    }
  }
  return boxes;
}

/** The tidied boxes, with the left upper corner of them all where it was. */
function tidy(scenario: Scenario, phase: Phase, moving: readonly Role[], now: Readonly<Record<string, Box>>): [Role, Box][] {
  const ids = new Set(moving.map(({ id }) => id));
  const nodes = moving.map((role) => {
    const heights = phases.filter((where) => role.phases[where]).map((where) => shownBox(scenario, role, where, now[role.id]!)[3]);
    return { id: role.id, width: now[role.id]![2], height: Math.max(...heights) };
  });
  const edges = scenario.relations.filter(({ source, target, phases: standing }) => standing.includes(phase) && ids.has(source) && ids.has(target)).map((relation) => ({ ...relation, ...labelSize(relation) }));
  const places = inRanks(nodes, edges);
  const taken = boundsOf(nodes.map(({ id, width, height }) => [...places.get(id)!, width, height]))!;
  const was = boundsOf(moving.map(({ id }) => now[id]!))!;
  const corner = [0, 1].map((axis) => Math.max(-farthest, Math.min(was[axis]!, farthest - taken[axis + 2]!)) - taken[axis]!) as [number, number];
  return moving.map((role) => {
    const [, , width, height] = now[role.id]!;
    return [role, moved([...places.get(role.id)!, width, height], corner)];
  });
}

const moved = ([x, y, width, height]: Box, [dx, dy]: readonly [number, number]): Box => [x + dx, y + dy, width, height];
