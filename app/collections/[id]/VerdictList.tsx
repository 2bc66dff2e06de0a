'use client';
import { useTranslations } from 'next-intl';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import type { AssessedEnterprise } from '@/lib/domain/assessed-enterprise';
import { textIn } from '@/lib/domain/languages';
import { verdictOf } from '@/lib/domain/verdict';

const signs = { innovated: '●', 'not-innovated': '○', open: '◌' } as const;

/** The enterprises of a scenario, each with the verdict that follows from its assessment. */
export function VerdictList({ enterprises }: { readonly enterprises: readonly AssessedEnterprise[] | null }) {
  const t = useTranslations('collections');
  const words = useTranslations('assessment');
  const { language } = useInterfaceLanguage();
  if (!enterprises?.length) return <span className="text-soft">{t(enterprises ? 'no-enterprises' : 'not-known')}</span>;
  return (
    <ul>
      {enterprises.map(({ id, name, newInFuture, cells }) => {
        const verdict = verdictOf(cells);
        return (
          <li key={id} data-verdict={verdict} className="grid grid-cols-[1rem_1fr] hyphens-auto [overflow-wrap:anywhere]" title={words(`verdicts.${verdict}`)}>
            <span aria-hidden>{signs[verdict]}</span>
            <span>
              {textIn(name, language) || words('unnamed')}
              {newInFuture && <span className="text-soft"> · {t('new-enterprise')}</span>}
              <span className="sr-only">: {words(`verdicts.${verdict}`)}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** What the signs mean. */
export function VerdictLegend() {
  const words = useTranslations('assessment');
  const t = useTranslations('collections');
  return (
    <p aria-hidden className="mt-2 flex flex-wrap gap-x-4 text-sm text-soft">
      <span className="max-lg:hidden">■ {t('columns.practice')}</span>
      {(['innovated', 'not-innovated', 'open'] as const).map((verdict) => (
        <span key={verdict}>
          {signs[verdict]} {words(`verdicts.${verdict}`)}
        </span>
      ))}
    </p>
  );
}
