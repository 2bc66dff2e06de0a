import type { ListedScenario } from '@/lib/scenarios/list-scenarios';

/** The scenarios that contain every word of `query`: in a title of any language, origin, best practice, or a name. */
export function searchScenarios<S extends Pick<ListedScenario, 'title' | 'origin' | 'bestPractice' | 'here'>>(scenarios: readonly S[], query: string): readonly S[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (!words.length) return scenarios;
  return scenarios.filter(({ title, origin, bestPractice, here }) => {
    const text = folded([...Object.values(title), origin ?? '', bestPractice ?? '', ...here.map(({ name }) => name)].join(' '));
    return words.every((word) => text.includes(word));
  });
}

/** Without case, accents and full-width forms, so that `fur` finds `Für` and `ＡＢＣ` finds `abc`. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
