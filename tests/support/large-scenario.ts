import { neverDeclaredRight } from '@/lib/domain/counterparts';
import type { Phase } from '@/lib/domain/phases';
import { emptyCell, schemaVersion, type Scenario } from '@/lib/domain/scenario';

/** A scenario of a given size: roles in a loose grid, relations between neighbours, words in every section. */
export function largeScenario({ roles, relations, words = 0 }: { readonly roles: number; readonly relations: number; readonly words?: number }): Scenario {
  const columns = Math.ceil(Math.sqrt(roles));
  const both: readonly Phase[] = ['before', 'after'];
  const cell = { ...emptyCell, change: 'significant', rationale: 'because' } as const;
  const wording = [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'word '.repeat(Math.max(1, words / 12)).trim() }] }];
  const everyLanguage = { en: wording, de: wording, zh: wording };
  return {
    schemaVersion,
    title: { en: 'A large network', de: 'Ein großes Netzwerk', zh: '大型网络' },
    origin: null,
    bestPractice: null,
    roles: Array.from({ length: roles }, (_, index) => {
      const place = { enterprise: index % 3 ? `e${index % 10}` : null, box: [(index % columns) * 320, Math.floor(index / columns) * 180, 168, 72] as const };
      return { id: `r${index}`, label: { en: `role number ${index}`, de: `Geschäftsrolle ${index}`, zh: `业务角色${index}` }, phases: { before: place, after: place } };
    }),
    relations: Array.from({ length: relations }, (_, index) => {
      const source = index % roles;
      const target = (source + 1 + ((index * 7) % (columns + 1))) % roles;
      return { id: `x${index}`, label: { en: `provides ${index}`, de: `liefert ${index}`, zh: `提供${index}` }, kind: index % 2 ? ('data' as const) : ('product' as const), source: `r${source}`, target: `r${target}`, phases: both };
    }),
    enterprises: Array.from({ length: 10 }, (_, index) => ({ id: `e${index}`, name: { en: `Enterprise ${index}`, de: '', zh: '' }, colour: index, newInFuture: false, claim: null, claimReason: '' })),
    notes: [],
    reasons: [],
    assessment: Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`e${index}`, { who: cell, what: cell, how: cell, value: cell }])),
    sections: { 'description': everyLanguage, 'value-proposition': everyLanguage, 'revenue-mechanism': everyLanguage, 'business-model-innovation': everyLanguage },
    leadingLanguage: 'en',
    rightFor: neverDeclaredRight,
  };
}
