import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { langOf } from '@/app/components/lang-of';
import { languages } from '@/lib/domain/languages';
import type { ScenarioDiff } from '@/lib/diff/scenario-diff';
import { changeAnchor } from './change-anchor';
import { DiffText } from './DiffText';
import { Became } from './Marked';

/** What has changed of the scenario as a whole: title, origin, best practice, leading language. */
export function DiffFacts({ diff: { title, origin, bestPractice, leadingLanguage } }: { readonly diff: ScenarioDiff }) {
  const t = useTranslations('compare');
  const words = useTranslations('agreement.item');
  if (Object.keys(title).length === 0 && !origin && !bestPractice && !leadingLanguage) return null;
  return (
    <section id={changeAnchor('scenario')} tabIndex={-1} aria-labelledby="compared-facts" className="scroll-mt-4">
      <h2 id="compared-facts" className="mb-1 text-lg font-semibold">
        {t('facts')}
      </h2>
      <dl className="grid grid-cols-1 gap-x-4 sm:grid-cols-[auto_1fr]">
        {languages.map((language) => {
          const diff = title[language];
          return (
            diff && (
              <Fragment key={language}>
                <dt className="text-soft">{t('title-in', { language: words(`languages.${language}`) })}</dt>
                <dd lang={langOf(language)} className="[overflow-wrap:anywhere]">
                  <DiffText diff={diff} />
                </dd>
              </Fragment>
            )
          );
        })}
        {origin && (
          <>
            <dt className="text-soft">{t('kinds.origin')}</dt>
            <dd>
              <Became {...origin} />
            </dd>
          </>
        )}
        {bestPractice && (
          <>
            <dt className="text-soft">{t('kinds.best-practice')}</dt>
            <dd className="[overflow-wrap:anywhere]">
              <Became {...bestPractice} />
            </dd>
          </>
        )}
        {leadingLanguage && (
          <>
            <dt className="text-soft">{t('kinds.leading-language')}</dt>
            <dd>
              <Became from={words(`languages.${leadingLanguage.from}`)} to={words(`languages.${leadingLanguage.to}`)} />
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
