import type { Language } from '@/lib/domain/languages';
import type { Phase } from '@/lib/domain/phases';
import type { Scenario } from '@/lib/domain/scenario';
import type { NetworkLabels } from './figure-labels';
import { shownText } from './shown-text';

/** The network in words: the figure's accessible title. */
export function networkTitle(scenario: Scenario, language: Language, labels: NetworkLabels): string {
  return [shownText(scenario.title, language), labels.network].filter(Boolean).join(' – ');
}

/** The network in words: who stands there (and for whom), and who provides what to whom, phase by phase. */
export function networkDescription(scenario: Scenario, phases: readonly Phase[], language: Language, labels: NetworkLabels): string {
  const named = (text: Scenario['title']): string => shownText(text, language) || labels.unnamed;
  const roleById = new Map(scenario.roles.map((role) => [role.id, role]));
  return phases
    .map((phase) => {
      const roles = scenario.roles
        .filter((role) => role.phases[phase])
        .map((role) => {
          const enterprise = scenario.enterprises.find(({ id }) => id === role.phases[phase]?.enterprise);
          return enterprise ? `${named(role.label)} (${named(enterprise.name)})` : named(role.label);
        });
      const relations = scenario.relations
        .filter((relation) => relation.phases.includes(phase))
        .map(({ source, target, label, kind }) => {
          const ends = [source, target].map((id) => named(roleById.get(id)?.label ?? { en: '', de: '', zh: '' }));
          return `${ends.join(' → ')}: ${[shownText(label, language), `[${labels[kind ?? 'unspecified']}]`].filter(Boolean).join(' ')}`;
        });
      return `${labels[phase]}: ${roles.join('; ') || labels['no-roles']}. ${relations.join('; ')}`.trim();
    })
    .join('\n');
}
