import fc from 'fast-check';
import { expect, it } from 'vitest';
import { phaseChanges } from '@/lib/domain/phase-changes';
import { importScenario } from '@/lib/exchange/import-scenario';
import messages from '@/lib/messages/en/figures.json';
import { arbitraryScenario } from '@/tests/support/arbitrary-scenario';
import { comparisonLabelKeys, figureLabels } from './figure-labels';
import { phaseComparison } from './phase-comparison';

const look = { language: 'en', labels: figureLabels(comparisonLabelKeys, (key) => messages[key]) } as const;
const both = { before: {}, after: {} };

it('marks what becomes of each role and relation, and draws a changed relation once', () => {
  const scenario = importScenario({
    format: 'accord-scenario',
    version: 1,
    scenario: {
      title: {},
      enterprises: [{ id: 'acme', name: { en: 'Acme' }, colour: 0 }],
      roles: [
        { id: 'maker', label: { en: 'Maker' }, phases: { before: {}, after: { enterprise: 'acme' } } },
        { id: 'user', label: { en: 'User' }, phases: both },
        { id: 'dealer', label: { en: 'Dealer' }, phases: { before: {} } },
        { id: 'platform', label: { en: 'Platform' }, phases: { after: {} } },
      ],
      relations: [
        { id: 'sold', label: { en: 'delivers' }, kind: 'product', source: 'maker', target: 'dealer', phases: ['before'] },
        { id: 'shipped', label: { en: 'delivers' }, kind: 'product', source: 'maker', target: 'user', phases: ['after'] },
        { id: 'paid', label: { en: 'pays' }, kind: 'data', source: 'user', target: 'maker', phases: ['before'] },
        { id: 'rented', label: { en: 'pays per use' }, kind: 'data', source: 'user', target: 'maker', phases: ['after'] },
      ],
    },
  });
  const { svg, marked } = phaseComparison(scenario, look);
  const marks: Record<string, string[]> = {};
  let last: string[] = [];
  for (const [, item, mark] of svg.matchAll(/data-item="([^"]+)"|data-mark="([^"]+)"/g)) {
    if (item) last = marks[item] ??= [];
    else last.push(mark!);
  }
  expect(marks).toMatchObject({ 'role:maker': ['moved'], 'role:user': [], 'role:dealer': ['dropped'], 'role:platform': ['added'] });
  expect(marks['relation:sold']).toEqual(expect.arrayContaining(['rerouted']));
  expect(marks['relation:paid']).toEqual(['relabelled']);
  expect(Object.keys(marks).filter((item) => item.startsWith('relation:')).sort()).toEqual(['relation:paid', 'relation:sold']);
  expect(marked).toBe(5);
  expect(svg).toContain('Before → After');
});

it('marks as many things as the list has entries, in any scenario', () => {
  fc.assert(fc.property(arbitraryScenario, (scenario) => void expect(phaseComparison(scenario, look).marked).toBe(phaseChanges(scenario).length)), { numRuns: 60 });
});
