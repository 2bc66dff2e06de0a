import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryScenario } from '@/tests/support/arbitrary-scenario';
import { verdictOf } from './verdict';
import { templateOf } from './template-of';
import { emptyCell, dimensions, type Scenario } from './scenario';

const numbered = (): (() => string) => {
  let count = 0;
  return () => `new-${++count}`;
};
const entitiesOf = ({ roles, relations, enterprises, notes, reasons }: Scenario) => ({ roles, relations, enterprises, notes, reasons });
const idsOf = (scenario: Scenario): string[] => Object.values(entitiesOf(scenario)).flatMap((each) => each.map(({ id }) => id));
const input = { title: 'Another', language: 'de', withContent: true } as const;

it('a template has the same structure with new ids throughout, none of them an old one', () => {
  fc.assert(
    fc.property(arbitraryScenario, fc.boolean(), (scenario, withContent) => {
      const template = templateOf(scenario, { ...input, withContent }, numbered());
      expect(template.title).toEqual({ en: '', de: 'Another', zh: '' });
      expect(idsOf(template).every((id) => id.startsWith('new-'))).toBe(true);
      expect(new Set(idsOf(template)).size).toBe(new Set(idsOf(scenario)).size);
      // renaming every new id to its old one gives back what was there
      const back = new Map(idsOf(template).map((id, index) => [id, idsOf(scenario)[index]!]));
      const restored = JSON.parse(JSON.stringify(entitiesOf(template)), (_, value: unknown) => (typeof value === 'string' ? (back.get(value) ?? value) : value)) as ReturnType<typeof entitiesOf>;
      const unclaimed = withContent ? scenario.enterprises : scenario.enterprises.map((enterprise) => ({ ...enterprise, claim: null, claimReason: '' }));
      expect(restored).toEqual(JSON.parse(JSON.stringify({ ...entitiesOf(scenario), enterprises: unclaimed })));
    }),
  );
});

it('with its content it comes to the same verdicts and texts; without, to none', () => {
  fc.assert(
    fc.property(arbitraryScenario, (scenario) => {
      const whole = templateOf(scenario, input, numbered());
      expect(whole.sections).toEqual(scenario.sections);
      expect(whole.enterprises.map(({ id }) => verdictOf(whole.assessment[id]!))).toEqual(scenario.enterprises.map(({ id }) => verdictOf(scenario.assessment[id]!)));
      expect(whole.enterprises.map(({ id }) => dimensions.map((dimension) => whole.assessment[id]![dimension].evidence.length))).toEqual(
        scenario.enterprises.map(({ id }) => dimensions.map((dimension) => scenario.assessment[id]![dimension].evidence.length)),
      );
      const bare = templateOf(scenario, { ...input, withContent: false }, numbered());
      expect(Object.values(bare.sections).flatMap((texts) => Object.values(texts)).flat()).toEqual([]);
      expect(Object.values(bare.assessment).flatMap((cells) => Object.values(cells)).every((cell) => cell === emptyCell)).toBe(true);
    }),
  );
});
