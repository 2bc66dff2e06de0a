import { clsx } from 'clsx';
import { getTranslations } from 'next-intl/server';
import { CellFacts } from '@/app/scenarios/[id]/CellFacts';
import { breakable } from '@/lib/figures/breakable';
import { textIn, type Language } from '@/lib/domain/languages';
import { dimensions, type Scenario } from '@/lib/domain/scenario';
import { verdictOf } from '@/lib/domain/verdict';

/** How an enterprise's name is set, and the room for it in the narrowest table. */
const nameText = { fontSize: 15, fontWeight: '600' } as const;
const leastWidth = 112;

/** The assessment as it was fixed: a row for each enterprise, with the verdict that follows from it. */
export async function ReadAssessment({ scenario, language }: { readonly scenario: Scenario; readonly language: Language }) {
  const t = await getTranslations({ locale: language, namespace: 'agreement' });
  const words = await getTranslations({ locale: language });
  const [cellWords, reasons, items] = await Promise.all((['compare.cell', 'reasons', 'agreement.item'] as const).map((namespace) => getTranslations({ locale: language, namespace }) as Promise<(key: string) => string>));
  const facts = { t: cellWords!, reasons: reasons!, items: items! };
  return (
    <section aria-labelledby="assessment" className="flex flex-col gap-2">
      <h2 id="assessment" className="text-lg font-semibold">
        {t('reading.assessment')}
      </h2>
      {scenario.enterprises.length === 0 ? (
        <p className="text-soft">{t('reading.no-assessment')}</p>
      ) : (
        <div className="sm:overflow-x-auto print:overflow-visible" tabIndex={0} role="region" aria-labelledby="assessment">
          <table className="w-full border-collapse text-left align-top max-sm:block">
            {/* on a phone an enterprise is a card, and each dimension is named in its cell */}
            <thead className="max-sm:sr-only">
              <tr>
                {[t('reading.enterprise'), ...dimensions.map((dimension) => t(`item.dimensions.${dimension}`)), t('reading.verdict')].map((heading, column) => (
                  <th key={heading} scope="col" className={clsx('min-w-28 border border-edge bg-sunken px-2 py-1 align-top font-semibold hyphens-auto', column === dimensions.length + 1 && 'sticky right-0')}>
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="max-sm:block">
              {scenario.enterprises.map(({ id, name, newInFuture, claim, claimReason }) => {
                const cells = scenario.assessment[id];
                return (
                  <tr key={id} className="break-inside-avoid max-sm:mb-3 max-sm:block">
                    <th scope="row" className="border border-edge px-2 py-1 align-top font-semibold hyphens-auto break-words max-sm:block max-sm:bg-sunken">
                      {breakable(textIn(name, language) || t('item.unnamed'), nameText, leastWidth)}
                      {newInFuture && <span className="block text-sm font-normal text-soft">{t('reading.new-in-future')}</span>}
                    </th>
                    {dimensions.map((dimension) => {
                      const cell = cells?.[dimension];
                      return (
                        <td key={dimension} className="border border-edge px-2 py-1 align-top hyphens-auto max-sm:block max-sm:border-t-0">
                          <span aria-hidden className="block text-sm text-soft sm:hidden">
                            {t(`item.dimensions.${dimension}`)}
                          </span>
                          <span className={cell?.change === 'significant' ? 'font-semibold' : 'text-soft'}>{breakable(t(`reading.change.${cell?.change ?? 'null'}`), nameText, leastWidth)}</span>
                          {cell?.rationale && (
                            <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
                              {cell.rationale}
                            </p>
                          )}
                          {cell && <CellFacts cell={cell} scenario={scenario} language={language} {...facts} />}
                        </td>
                      );
                    })}
                    <td className="sticky right-0 border border-edge bg-paper px-2 py-1 align-top hyphens-auto max-sm:static max-sm:block max-sm:border-t-0">
                      {cells && t(`reading.verdicts.${verdictOf(cells)}`)}
                      {claim && <span className="block text-sm text-soft">{words('positions.content.claim', { claim: words(`assessment.claim.${claim}`) })}</span>}
                      {claimReason && (
                        <p dir="auto" className="whitespace-pre-wrap text-sm [overflow-wrap:anywhere]">
                          {claimReason}
                        </p>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
