import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessedEnterprise, JudgedCell, NamedReason } from '@/lib/domain/assessed-enterprise';
import { byKey } from '@/lib/domain/by-key';
import { emptyLocalized } from '@/lib/domain/languages';
import type { RoleNames } from '@/lib/domain/role-names';
import { changes, dimensions, type Change, type Dimension } from '@/lib/domain/scenario';
import { collectionFindingsOf, type CheckedScenario, type CollectionFinding, type Place } from './collection-findings';

const unjudged: JudgedCell = { change: null, reasons: [] };
const enterprise = (id: string, cells: Partial<Record<Dimension, JudgedCell>>, newInFuture = false): AssessedEnterprise => ({ id, name: emptyLocalized, newInFuture, claim: null, cells: byKey(dimensions, (each) => cells[each] ?? unjudged) });
const standard = (id: string): NamedReason => ({ id, label: null });
const cell = (change: Change, ...reasons: string[]): JudgedCell => ({ change, reasons: reasons.map(standard) });

const arbitraryCell: fc.Arbitrary<JudgedCell> = fc.record({ change: fc.constantFrom(...changes, null), reasons: fc.subarray(['usage-based-payment', 'new-partner'].map(standard)) });
const arbitraryEnterprise = fc.record({ id: fc.constantFrom('a', 'b', 'c'), newInFuture: fc.boolean(), cells: fc.record(byKey(dimensions, () => arbitraryCell)) }).map(({ id, newInFuture, cells }) => enterprise(id, cells, newInFuture));
const arbitraryCollection: fc.Arbitrary<CheckedScenario[]> = fc
  .array(fc.uniqueArray(arbitraryEnterprise, { maxLength: 3, selector: ({ id }) => id }), { maxLength: 5 })
  .map((all) => all.map((enterprises, index) => ({ id: `s${index}`, names: nameless, enterprises })));

const placesOf = (finding: CollectionFinding): Place[] => finding.sides.flatMap(({ places }): readonly Place[] => places);
/** The same with every cell of these places, or all cells of these enterprises, saying something else. */
function flipped(scenarios: readonly CheckedScenario[], places: readonly Place[], change: Change): CheckedScenario[] {
  const isMeant = (scenario: string, ...items: string[]): boolean => places.some((place) => place.scenario === scenario && items.includes(place.item));
  return scenarios.map(({ id, names, enterprises }) => ({
    id,
    names,
    enterprises: enterprises.map((each) => ({ ...each, cells: byKey(dimensions, (dimension) => (isMeant(id, `cell:${each.id}:${dimension}`, `enterprise:${each.id}`) ? { ...each.cells[dimension], change } : each.cells[dimension])) })),
  }));
}
const nameless: RoleNames = { borne: [], unborne: [] };
const about = (finding: CollectionFinding): string => (finding.check === 'reason-judged-differently' ? `${finding.reason.id} ${finding.dimension}` : finding.check);

describe('the checks over a collection', () => {
  it('find a reason that makes a change significant in one scenario and not in another', () => {
    const scenarios = [
      { id: 'a', names: nameless, enterprises: [enterprise('maker', { value: cell('significant', 'added-service-revenue') })] },
      { id: 'b', names: nameless, enterprises: [enterprise('integrator', { value: cell('none', 'added-service-revenue'), what: cell('none', 'added-service-revenue') })] },
    ];
    expect(collectionFindingsOf(scenarios)).toEqual([
      { check: 'reason-judged-differently', reason: standard('added-service-revenue'), dimension: 'value', sides: [{ says: 'significant', places: [{ scenario: 'a', item: 'cell:maker:value' }] }, { says: 'none', places: [{ scenario: 'b', item: 'cell:integrator:value' }] }] },
    ]);
    // what one scenario says of its own enterprises is judged where it stands
    expect(collectionFindingsOf([{ id: 'a', names: nameless, enterprises: scenarios.flatMap(({ enterprises }) => enterprises) }])).toEqual([]);
  });

  it('find new enterprises of which one is assessed and another is held to have nothing that could change', () => {
    const all = (change: Change) => byKey(dimensions, () => cell(change));
    const scenarios = [
      { id: 'a', names: nameless, enterprises: [enterprise('platform', all('not-applicable'), true)] },
      { id: 'b', names: nameless, enterprises: [enterprise('broker', { ...all('significant'), how: unjudged }, true), enterprise('user', all('not-applicable'))] },
      { id: 'c', names: nameless, enterprises: [enterprise('undecided', { ...all('none'), who: cell('not-applicable') }, true), enterprise('blank', {}, true)] },
    ];
    expect(collectionFindingsOf(scenarios)).toEqual([
      { check: 'new-enterprises-differ', sides: [{ says: 'assessed', places: [{ scenario: 'b', item: 'enterprise:broker' }] }, { says: 'not-applicable', places: [{ scenario: 'a', item: 'enterprise:platform' }] }] },
    ]);
  });

  it('find a name that the wording gives to a role and no network has, wherever it is given, until one of them has it', () => {
    const naming = (id: string, borne: string[], ...names: string[]): CheckedScenario => ({ id, enterprises: [], names: { borne, unborne: names.map((name) => ({ item: 'section:description:en', name })) } });
    const place = (scenario: string) => ({ scenario, item: 'section:description:en' });
    const scenarios = [naming('a', ['maker'], 'Insurer', 'Broker'), naming('b', ['broker']), naming('c', ['user'], 'insurer')];
    expect(collectionFindingsOf(scenarios)).toEqual([{ check: 'role-in-no-network', name: 'Insurer', sides: [{ says: 'named', places: [place('a'), place('c')] }] }]);
    expect(collectionFindingsOf([...scenarios, naming('d', ['insurer'])])).toEqual([]);
    // as long as nobody knows what a scenario names, it may be the one that has the role
    expect(collectionFindingsOf([...scenarios, { id: 'd', enterprises: [], names: null }])).toEqual([]);
  });

  it('find nothing in one scenario alone, and nothing twice', () => {
    fc.assert(
      fc.property(arbitraryCollection, (scenarios) => {
        for (const scenario of scenarios) expect(collectionFindingsOf([scenario])).toEqual([]);
        const found = collectionFindingsOf(scenarios);
        expect(new Set(found.map(about)).size).toBe(found.length);
        for (const finding of found) {
          const places = placesOf(finding).map(({ scenario, item }) => `${scenario} ${item}`);
          expect(new Set(places).size).toBe(places.length);
          expect(new Set(placesOf(finding).map(({ scenario }) => scenario)).size).toBeGreaterThan(1);
        }
      }),
    );
  });

  it('lose a finding as soon as one side says what the other says, and no name of a scenario plays a part', () => {
    fc.assert(
      fc.property(arbitraryCollection, (scenarios) => {
        const found = collectionFindingsOf(scenarios);
        for (const finding of found) {
          const [first, second] = finding.sides;
          const agreed = flipped(scenarios, first!.places, finding.check === 'new-enterprises-differ' && second!.says === 'not-applicable' ? 'not-applicable' : 'none');
          expect(collectionFindingsOf(agreed).map(about)).not.toContain(about(finding));
        }
        const renamed = collectionFindingsOf(scenarios.map(({ id, ...rest }) => ({ id: `other ${id}`, ...rest })));
        expect(renamed.map(about)).toEqual(found.map(about));
      }),
    );
  });
});
