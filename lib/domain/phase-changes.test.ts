import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importScenario } from '@/lib/exchange/import-scenario';
import { arbitraryScenario } from '@/tests/support/arbitrary-scenario';
import { phases, type Phase } from './phases';
import { applyPhaseChanges, networkIn, pairedRelations, phaseChanges, type PhaseChange, type PhaseNetwork } from './phase-changes';
import type { Relation, Scenario } from './scenario';

/** What a network says, whatever the ids of its relations and the order of things. */
const saying = ({ roles, relations }: PhaseNetwork) => ({
  roles: [...roles].sort(),
  relations: relations.map(({ label, kind, source, target }) => JSON.stringify([Object.entries(label).map(([language, text]) => [language, text.normalize('NFC')]).sort(), kind, source, target])).sort(),
});

/** Few ends and labels, so that much matches; each relation in one phase or both. */
const confusable: fc.Arbitrary<Scenario> = arbitraryScenario.chain((scenario) =>
  scenario.roles.length
    ? fc
        .array(
          fc.record({
            source: fc.constantFrom(...scenario.roles),
            target: fc.constantFrom(...scenario.roles),
            label: fc.constantFrom('', 'machine', 'data').map((en) => ({ en, de: '', zh: '' })),
            kind: fc.constantFrom('product' as const, 'data' as const, null),
            wanted: fc.constantFrom<Phase[]>(['before'], ['after'], ['before', 'after']),
          }),
          { maxLength: 14 },
        )
        .map((drawn) => ({
          ...scenario,
          relations: drawn.map(({ source, target, label, kind, wanted }, index): Relation => ({ id: `x${index}`, label, kind, source: source.id, target: target.id, phases: wanted.filter((phase) => source.phases[phase] && target.phases[phase]) })),
        }))
    : fc.constant(scenario),
);

describe('for any scenario', () => {
  it.each([
    ['as it comes', arbitraryScenario],
    ['with relations that are easily confused', confusable],
  ])('the list applied to the network before gives the network after (%s)', (_, scenarios) => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        expect(saying(applyPhaseChanges(networkIn(scenario, 'before'), phaseChanges(scenario)))).toEqual(saying(networkIn(scenario, 'after')));
      }),
      { numRuns: 300 },
    );
  });

  it('each relation of one phase is paired once or stands alone, and what is listed differs', () => {
    fc.assert(
      fc.property(confusable, (scenario) => {
        const { pairs, dropped, added } = pairedRelations(scenario);
        const only = (phase: Phase) => scenario.relations.filter(({ phases: own }) => own.length === 1 && own[0] === phase).map(({ id }) => id).sort();
        expect([...pairs.map(([before]) => before.id), ...dropped.map(({ id }) => id)].sort()).toEqual(only('before'));
        expect([...pairs.map(([, after]) => after.id), ...added.map(({ id }) => id)].sort()).toEqual(only('after'));
        for (const change of phaseChanges(scenario)) if (change.change === 'relation-changed') expect(change.how).not.toEqual([]);
      }),
    );
  });

  it('nothing is listed where both networks are the same', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const same: Scenario = {
          ...scenario,
          roles: scenario.roles.map((role) => ({ ...role, phases: role.phases.before ? { before: role.phases.before, after: role.phases.before } : {} })),
          relations: scenario.relations.map((relation) => ({ ...relation, phases: relation.phases.includes('before') ? phases : [] })),
        };
        expect(phaseChanges(same)).toEqual([]);
      }),
    );
  });
});

const role = (id: string, before: string | null | undefined, after: string | null | undefined) => ({
  id,
  label: { en: id },
  phases: { ...(before !== undefined && { before: { enterprise: before } }), ...(after !== undefined && { after: { enterprise: after } }) },
});
const relation = (id: string, source: string, target: string, phase: Phase, label = 'delivers', kind: 'product' | 'data' | null = 'product') => ({ id, label: { en: label }, kind, source, target, phases: [phase] });
const network = (relations: readonly object[], roles: readonly object[] = ['a', 'b', 'c', 'd'].map((id) => role(id, null, null))): Scenario =>
  importScenario({ format: 'accord-scenario', version: 1, scenario: { title: {}, roles, relations, enterprises: [{ id: 'acme', name: {}, colour: 0 }, { id: 'globex', name: {}, colour: 1 }] } });

/** `kind of change: id`, of a pair `from → to (how)`. */
const inShort = (change: PhaseChange): string => {
  switch (change.change) {
    case 'relation-changed':
      return `${change.from.id} → ${change.to.id}: ${change.how.join(', ')}`;
    case 'role-moved':
      return `${change.role.id}: ${change.from} → ${change.to}`;
    case 'role-added':
    case 'role-dropped':
      return `${change.change}: ${change.role.id}`;
    default:
      return `${change.change}: ${change.relation.id}`;
  }
};
const changesOf = (scenario: Scenario): string[] => phaseChanges(scenario).map(inShort);

it('tells roles that come, go, or are assumed by another enterprise', () => {
  const roles = [role('moves', 'acme', 'globex'), role('leaves', null, undefined), role('stays', 'acme', 'acme'), role('comes', undefined, 'acme'), role('is given up', 'acme', null), role('nowhere', undefined, undefined)].map((each) => ({ ...each, id: each.id.replaceAll(' ', '-') }));
  expect(changesOf(network([], roles))).toEqual(['role-added: comes', 'role-dropped: leaves', 'moves: acme → globex', 'is-given-up: acme → null']);
});

it.each([
  ['one end elsewhere', relation('x', 'a', 'b', 'before'), relation('y', 'a', 'c', 'after'), ['x → y: rerouted']],
  ['turned round', relation('x', 'a', 'b', 'before'), relation('y', 'b', 'a', 'after'), ['x → y: rerouted']],
  ['both ends elsewhere', relation('x', 'a', 'b', 'before'), relation('y', 'c', 'd', 'after'), ['x → y: rerouted']],
  ['another label', relation('x', 'a', 'b', 'before'), relation('y', 'a', 'b', 'after', 'rents'), ['x → y: relabelled']],
  ['another kind', relation('x', 'a', 'b', 'before'), relation('y', 'a', 'b', 'after', 'delivers', 'data'), ['x → y: kind']],
  ['another label and kind', relation('x', 'a', 'b', 'before'), relation('y', 'a', 'b', 'after', 'rents', null), ['x → y: relabelled, kind']],
  ['drawn twice, saying the same', relation('x', 'a', 'b', 'before'), relation('y', 'a', 'b', 'after'), []],
  ['too little in common', relation('x', 'a', 'b', 'before'), relation('y', 'a', 'c', 'after', 'rents'), ['relation-added: y', 'relation-dropped: x']],
  ['no label by which to know it again', relation('x', 'a', 'b', 'before', ''), relation('y', 'a', 'c', 'after', ' '), ['relation-added: y', 'relation-dropped: x']],
])('relations: %s', (_, before, after, expected) => {
  expect(changesOf(network([before, after]))).toEqual(expected);
  expect(changesOf(network([after, before]))).toEqual(expected);
});

it('takes the best match first, and each relation once', () => {
  expect(
    changesOf(
      network([
        relation('far', 'a', 'b', 'before'),
        relation('near', 'a', 'c', 'before'),
        relation('relabelled', 'a', 'c', 'after', 'rents'),
        relation('kept', 'a', 'd', 'after'),
      ]),
    ),
  ).toEqual(['far → kept: rerouted', 'near → relabelled: relabelled']);
});
