'use client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import type { CollectionFinding, Place } from '@/lib/checks/collection-findings';
import { parseItemName } from '@/lib/domain/items';
import { textIn } from '@/lib/domain/languages';
import type { OverviewScenario } from './overview';
import { useReasonWords } from './use-reason-words';

export interface CollectionFindingsProps {
  readonly findings: readonly CollectionFinding[];
  readonly scenarios: readonly OverviewScenario[];
}

/** Where the scenarios of the collection do not go together: each finding with its sides, each side with the ways to its places. */
export function CollectionFindings({ findings, scenarios }: CollectionFindingsProps) {
  const t = useTranslations('collections.checks');
  const words = useTranslations('assessment');
  const reasonWords = useReasonWords();
  const { language } = useInterfaceLanguage();
  const untitled = useTranslations('scenarios')('untitled');
  const languageNames = useTranslations('agreement.item.languages');
  const wording = useTranslations('wording');
  const called = ({ scenario, item }: Place): string => {
    const index = scenarios.findIndex(({ id }) => id === scenario);
    const parsed = parseItemName(item);
    const numbered = (what: string): string => t('place', { number: index + 1, title: (index >= 0 && textIn(scenarios[index]!.title, language)) || untitled, what });
    if (parsed?.kind === 'section') return numbered(wording('text-of', { section: wording(`sections.${parsed.section}`), language: languageNames(parsed.language) }));
    const id = parsed?.kind === 'cell' ? parsed.enterprise : parsed?.kind === 'enterprise' ? parsed.id : null;
    const name = scenarios[index]?.assessed?.find((each) => each.id === id)?.name;
    return numbered((name && textIn(name, language)) || words('unnamed'));
  };
  const heading = (finding: CollectionFinding): string => {
    switch (finding.check) {
      case 'reason-judged-differently':
        return t('reason', { reason: reasonWords(finding.reason), dimension: words(`dimensions.${finding.dimension}.name`) });
      case 'new-enterprises-differ':
        return t('new-enterprises');
      case 'role-in-no-network':
        return t('role-in-no-network', { name: finding.name });
    }
  };
  return (
    <section aria-labelledby="collection-checks" className="mt-6">
      <h2 id="collection-checks" className="text-lg font-semibold">
        {t('title')}
      </h2>
      <p role="status" className="text-soft" data-collection-findings={findings.length}>
        {t('count', { count: findings.length })}
      </p>
      <ul>
        {findings.map((finding) => (
          <li key={keyOf(finding)} className="break-inside-avoid border-b py-2">
            <h3 className="font-medium">{heading(finding)}</h3>
            <dl className="grid grid-cols-1 gap-x-4 sm:grid-cols-[12rem_1fr]">
              {finding.sides.map(({ says, places }) => (
                <div key={says} className="contents">
                  <dt className="text-soft">{t(`says.${says}`)}</dt>
                  <dd>
                    <ul>
                      {places.map((place) => (
                        <li key={`${place.scenario} ${place.item}`}>
                          <Link href={`/scenarios/${place.scenario}?part=${place.item.startsWith('section:') ? 'wording' : 'assessment'}&item=${place.item}`} className="text-accent underline underline-offset-2 [overflow-wrap:anywhere]">
                            {called(place)}
                          </Link>
                        </li>
                      ))}
                    </ul>
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </section>
  );
}

function keyOf(finding: CollectionFinding): string {
  switch (finding.check) {
    case 'reason-judged-differently':
      return `${finding.check} ${finding.reason.id} ${finding.dimension}`;
    case 'new-enterprises-differ':
      return finding.check;
    case 'role-in-no-network':
      return `${finding.check} ${finding.name}`;
  }
}
