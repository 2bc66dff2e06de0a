import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phases, type Phase } from '@/lib/domain/phases';
import type { Box, Scenario } from '@/lib/domain/scenario';
import { centreOf, overlap } from '@/lib/figures/geometry';
import { layoutPhase } from '@/lib/figures/layout';
import { arbitraryScenario } from '@/tests/support/arbitrary-scenario';
import { largeScenario } from '@/tests/support/large-scenario';
import { shownBox } from './shown-size';
import { tidyNetwork, type TidyBoxes } from './tidy-network';

/** Roles of sizes and at places as people make them, so that much overlaps. */
const drawn: fc.Arbitrary<Scenario> = arbitraryScenario.chain((scenario) => {
  const box = fc.option(fc.tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 }), fc.integer({ min: 60, max: 300 }), fc.integer({ min: 30, max: 200 })));
  return fc.array(fc.tuple(box, box), { minLength: scenario.roles.length, maxLength: scenario.roles.length }).map((boxes) => ({
    ...scenario,
    roles: scenario.roles.map((role, index) => ({
      ...role,
      phases: Object.fromEntries(phases.flatMap((phase, which) => (role.phases[phase] ? [[phase, { ...role.phases[phase], box: boxes[index]![which]! }]] : []))),
    })),
  }));
});
const aPhase = fc.constantFrom<Phase>(...phases);
const some = (scenario: Scenario, picks: readonly boolean[]): ReadonlySet<string> => new Set(scenario.roles.filter((_, index) => picks[index]).map(({ id }) => id));
const picks = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 });

/** What roles cover in a phase, by id. */
const covered = (scenario: Scenario, boxes: TidyBoxes, phase: Phase): [string, Box][] =>
  scenario.roles.flatMap((role) => (role.phases[phase] && Object.hasOwn(boxes[phase], role.id) ? [[role.id, shownBox(scenario, role, phase, boxes[phase][role.id]!)]] : []));

describe('tidying up a phase', () => {
  it('leaves no two roles on each other, in neither phase, and common roles at the same place in both', () => {
    fc.assert(
      fc.property(drawn, aPhase, (scenario, phase) => {
        const boxes = tidyNetwork(scenario, phase, null);
        for (const where of phases) {
          const all = covered(scenario, boxes, where);
          if (scenario.roles.some((role) => role.phases[phase])) expect(all).toHaveLength(scenario.roles.filter((role) => role.phases[where]).length);
          all.forEach(([, box], index) => all.slice(index + 1).forEach(([, other]) => expect(overlap(box, other)).toBe(0)));
        }
        for (const role of scenario.roles) if (role.phases[phase] && role.phases.before && role.phases.after) expect(boxes.before[role.id]).toEqual(boxes.after[role.id]);
      }),
    );
  });

  it('gives the same places for the same network, whatever the places before, and changes nothing when done again', () => {
    fc.assert(
      fc.property(drawn, aPhase, (scenario, phase) => {
        const once = tidyNetwork(scenario, phase, null);
        expect(tidyNetwork(structuredClone(scenario), phase, null)).toEqual(once);
        expect(tidyNetwork(placed(scenario, once), phase, null)[phase]).toEqual(once[phase]);
      }),
    );
  });

  it('gives roles whole numbers within the bounds, in any scenario', () => {
    fc.assert(
      fc.property(arbitraryScenario, aPhase, (scenario, phase) => {
        const boxes = tidyNetwork(scenario, phase, null)[phase];
        for (const role of scenario.roles) if (role.phases[phase]) expect(boxes[role.id]!.every((part) => Number.isInteger(part) && Math.abs(part) <= 1_000_000)).toBe(true);
      }),
    );
  });
});

describe('tidying up a selection', () => {
  it('leaves all else where it was, and comes to lie on nothing', () => {
    fc.assert(
      fc.property(drawn, aPhase, picks, (scenario, phase, picked) => {
        const chosen = some(scenario, picked);
        const boxes = tidyNetwork(scenario, phase, chosen);
        const moves = (id: string): boolean => chosen.has(id) && !!scenario.roles.find((role) => role.id === id)?.phases[phase];
        for (const where of phases) {
          const was = layoutPhase(scenario, where);
          for (const [id, box] of Object.entries(boxes[where])) if (!moves(id)) expect(box).toEqual(was[id]);
          const all = covered(scenario, boxes, where);
          for (const [id, box] of all) if (moves(id)) for (const [other, there] of all) if (other !== id) expect(overlap(box, there)).toBe(0);
        }
        for (const role of scenario.roles) if (moves(role.id) && role.phases.before && role.phases.after) expect(boxes.before[role.id]).toEqual(boxes.after[role.id]);
      }),
    );
  });
});

it('puts suppliers left of customers, with room for the label between', () => {
  const scenario = largeScenario({ roles: 2, relations: 1 });
  const label = { en: 'condition monitoring data of every machine', de: '', zh: '' };
  const { after } = tidyNetwork({ ...scenario, relations: scenario.relations.map((relation) => ({ ...relation, label })) }, 'after', null);
  expect(after['r1']![0] - (after['r0']![0] + after['r0']![2])).toBeGreaterThan(140);
});

it('leads no relation through a role that has no part in it', () => {
  const scenario = largeScenario({ roles: 3, relations: 3 });
  const ends = [['r0', 'r1'], ['r1', 'r2'], ['r0', 'r2']] as const;
  const { after } = tidyNetwork({ ...scenario, relations: scenario.relations.map((relation, index) => ({ ...relation, source: ends[index]![0], target: ends[index]![1] })) }, 'after', null);
  const [from, between, to] = ['r0', 'r1', 'r2'].map((id) => after[id]!) as [Box, Box, Box];
  const [start, end] = [centreOf(from), centreOf(to)];
  const onLine = start.y + ((end.y - start.y) * (centreOf(between).x - start.x)) / (end.x - start.x);
  expect(Math.abs(onLine - centreOf(between).y)).toBeGreaterThan(between[3] / 2);
});

it.each([
  [60, 120, 60],
  [500, 1_500, 500],
  [500, 1_500, 250],
  [500, 0, 500],
])('tidies up %i roles with %i relations, %i of them, in bounded time', (roles, relations, some) => {
  const scenario = largeScenario({ roles, relations });
  const began = performance.now();
  const { before } = tidyNetwork(scenario, 'before', some === roles ? null : new Set(scenario.roles.slice(0, some).map(({ id }) => id)));
  expect(Object.keys(before)).toHaveLength(roles);
  expect(performance.now() - began).toBeLessThan(10_000);
}, 30_000);

function placed(scenario: Scenario, boxes: TidyBoxes): Scenario {
  return {
    ...scenario,
    roles: scenario.roles.map((role) => ({ ...role, phases: Object.fromEntries(phases.flatMap((phase) => (role.phases[phase] ? [[phase, { ...role.phases[phase], box: Object.hasOwn(boxes[phase], role.id) ? boxes[phase][role.id]! : null }]] : []))) })),
    notes: scenario.notes.map((note) => ({ ...note, box: Object.hasOwn(boxes[note.phase], note.id) ? boxes[note.phase][note.id]! : note.box })),
  };
}
