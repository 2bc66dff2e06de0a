import { getTranslations } from 'next-intl/server';
import { textIn, type Language } from '@/lib/domain/languages';
import { dimensions, type Scenario } from '@/lib/domain/scenario';
import { verdictOf } from '@/lib/domain/verdict';

/** How the business models of one of two scenarios are assessed: an enterprise below the other, since a column is narrow. */
export async function SideAssessment({ scenario, language }: { readonly scenario: Scenario; readonly language: Language }) {
  const t = await getTranslations('assessment');
  const { enterprises, assessment } = scenario;
  if (enterprises.length === 0) return <p className="text-soft">{(await getTranslations('figures'))('no-enterprises')}</p>;
  return enterprises.map(({ id, name, newInFuture }) => {
    const cells = assessment[id]!;
    return (
      <section key={id} className="mb-4 break-inside-avoid">
        <h3 className="font-semibold [overflow-wrap:anywhere]">
          {textIn(name, language) || t('unnamed')}
          {newInFuture && <span className="font-normal text-soft"> · {t('new-in-future')}</span>}
        </h3>
        <p>{t(`verdicts.${verdictOf(cells)}`)}</p>
        <dl className="mt-1 grid gap-x-3 border-t sm:grid-cols-[auto_1fr]">
          {dimensions.map((dimension) => {
            const { change, rationale } = cells[dimension];
            return (
              <div key={dimension} className="contents">
                <dt className="py-1 text-soft max-sm:pb-0 sm:border-b">{t(`dimensions.${dimension}.name`)}</dt>
                <dd className="min-w-0 border-b py-1">
                  <span className={change === 'significant' ? 'font-semibold' : 'text-soft'}>{t(`changes.${change ?? 'open'}`)}</span>
                  {rationale && (
                    <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
                      {rationale}
                    </p>
                  )}
                </dd>
              </div>
            );
          })}
        </dl>
      </section>
    );
  });
}
