import { getTranslations } from 'next-intl/server';
import { textIn, type Language } from '@/lib/domain/languages';
import { phases } from '@/lib/domain/phases';
import type { Scenario } from '@/lib/domain/scenario';

/** The network as it was fixed, today and as intended, in words: who provides what to whom. */
export async function ReadFigures({ scenario, language }: { readonly scenario: Scenario; readonly language: Language }) {
  const t = await getTranslations({ locale: language, namespace: 'agreement' });
  const roleName = (id: string): string => {
    const role = scenario.roles.find((candidate) => candidate.id === id);
    return (role && textIn(role.label, language)) || t('item.unnamed');
  };
  return phases.map((phase) => (
    <section key={phase} aria-labelledby={`network-${phase}`} className="flex flex-col gap-2">
      <h2 id={`network-${phase}`} className="text-lg font-semibold">
        {t(`reading.${phase}`)}
      </h2>
      <ul>
        {scenario.relations
          .filter((relation) => relation.phases.includes(phase))
          .map((relation) => (
            <li key={relation.id}>
              {t('item.relation', { label: textIn(relation.label, language) || t('item.unnamed'), source: roleName(relation.source), target: roleName(relation.target) })}
            </li>
          ))}
      </ul>
    </section>
  ));
}
