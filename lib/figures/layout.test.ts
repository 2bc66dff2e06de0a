import fc from 'fast-check';
import { expect, it } from 'vitest';
import { phases } from '@/lib/domain/phases';
import type { Box, Scenario } from '@/lib/domain/scenario';
import { arbitraryScenario } from '@/tests/support/arbitrary-scenario';
import { importScenario } from '@/lib/exchange/import-scenario';
import { overlap } from './geometry';
import { layoutPhase, noteSize, unplacedBoxes } from './layout';

const scenarioOf = (roles: readonly [id: string, box?: Box][], relations: readonly [string, string][] = [], notes: readonly string[] = []): Scenario =>
  importScenario({
    format: 'accord-scenario',
    version: 1,
    scenario: {
      title: {},
      roles: roles.map(([id, box]) => ({ id, label: {}, phases: { after: { box: box ?? null } } })),
      relations: relations.map(([source, target], index) => ({ id: `r${index}`, label: {}, source, target, phases: ['after'] })),
      notes: notes.map((id) => ({ id, text: '', phase: 'after' })),
    },
  });
const column = (box: Box | undefined): number => box![0];

it('gives every role and note of the phase a box, its own if it has one', () => {
  fc.assert(
    fc.property(arbitraryScenario, (scenario) => {
      for (const phase of phases) {
        const boxes = layoutPhase(scenario, phase);
        const here = scenario.roles.filter((role) => role.phases[phase]);
        expect(Object.keys(boxes).sort()).toEqual([...here.map(({ id }) => id), ...scenario.notes.filter((note) => note.phase === phase).map(({ id }) => id)].sort());
        for (const role of here) if (role.phases[phase]!.box) expect(boxes[role.id]).toEqual(role.phases[phase]!.box);
        expect(layoutPhase(scenario, phase)).toEqual(boxes);
      }
    }),
  );
});

it('puts suppliers left of those they supply, and survives circles', () => {
  const boxes = layoutPhase(scenarioOf([['c'], ['b'], ['a']], [['a', 'b'], ['b', 'c'], ['a', 'c'], ['b', 'b']]), 'after');
  expect(column(boxes['a'])).toBeLessThan(column(boxes['b']));
  expect(column(boxes['b'])).toBeLessThan(column(boxes['c']));
  const circle = layoutPhase(scenarioOf([['a'], ['b']], [['a', 'b'], ['b', 'a']]), 'after');
  expect(Object.values(circle).flat().every(Number.isFinite)).toBe(true);
});

it('puts what has no place below what has one, without overlaps', () => {
  const boxes = Object.values(
    layoutPhase(scenarioOf([['placed', [50, 50, 168, 72]], ...Array.from({ length: 12 }, (_, index): [string] => [`n${index}`])], [], ['note1', 'note2']), 'after'),
  );
  boxes.forEach((box, index) => boxes.slice(index + 1).forEach((other) => expect(overlap(box, other)).toBe(0)));
});

it('lays out 500 roles in a chain without running out of stack', () => {
  const ids = Array.from({ length: 500 }, (_, index) => `n${index}`);
  const boxes = layoutPhase(scenarioOf(ids.map((id) => [id]), ids.slice(1).map((id, index) => [ids[index]!, id])), 'after');
  expect(new Set(Object.values(boxes).map(([x]) => x)).size).toBe(500);
});

it('keeps notes apart, however much they say', () => {
  const scenario = scenarioOf([['a']], [], ['n1', 'n2', 'n3']);
  const notes = scenario.notes.map((note) => ({ ...note, text: 'Open: which roles does the arrow of the figure join? '.repeat(12) }));
  const [first, second, third] = notes.map(({ id }) => layoutPhase({ ...scenario, notes }, 'after')[id]!);
  expect(first![3]).toBeGreaterThan(noteSize.height);
  expect(second![1]).toBeGreaterThan(first![1] + first![3]);
  expect(third![1]).toBeGreaterThan(second![1] + second![3]);
});

it('tells apart what has a place and what is given one', () => {
  const scenario = scenarioOf([['placed', [0, 0, 168, 72]], ['other']]);
  expect(unplacedBoxes(scenario, 'after')).toEqual({ other: layoutPhase(scenario, 'after')['other'] });
});
