import { neverDeclaredRight } from '@/lib/domain/counterparts';
import { emptyLocalized, languages } from '@/lib/domain/languages';
import { dimensions, emptyCell, schemaVersion, sectionKeys, type Scenario } from '@/lib/domain/scenario';

/** A little network with one role that everybody fights over. */
export function labScenario(): Scenario {
  const cells = Object.fromEntries(dimensions.map((dimension) => [dimension, emptyCell])) as Scenario['assessment'][string];
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
    enterprises: ['e1', 'e2'].map((id, colour) => ({ id, name: { ...emptyLocalized, en: id }, colour, newInFuture: false, claim: null, claimReason: '' })),
    reasons: [],
    notes: [{ id: 'n1', text: 'todo', phase: 'before', box: [0, 300, 200, 120] }],
    assessment: { e1: cells, e2: cells },
    sections: Object.fromEntries(sectionKeys.map((key) => [key, Object.fromEntries(languages.map((language) => [language, []]))])) as unknown as Scenario['sections'],
    leadingLanguage: 'en',
    rightFor: neverDeclaredRight,
  };
}
