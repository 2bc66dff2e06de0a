import { getTranslations } from 'next-intl/server';
import { RichTextView } from '@/app/components/RichTextView';
import { languages, type Language } from '@/lib/domain/languages';
import { sectionKeys, type Scenario } from '@/lib/domain/scenario';

/** The wording as it was fixed, in every language: side by side on a screen, below each other on paper. */
export async function ReadWording({ scenario, language }: { readonly scenario: Scenario; readonly language: Language }) {
  const t = await getTranslations({ locale: language, namespace: 'agreement' });
  return (
    <section aria-labelledby="wording" className="flex flex-col gap-6">
      <h2 id="wording" className="text-lg font-semibold">
        {t('reading.wording')}
      </h2>
      {sectionKeys.map((section) => (
        <section key={section} aria-labelledby={`wording-${section}`} className="flex flex-col gap-2">
          <h3 id={`wording-${section}`} className="font-semibold">
            {t(`item.sections.${section}`)}
          </h3>
          <div className="grid grid-cols-1 gap-6 lg:grid-cols-3 print:grid-cols-1 print:gap-3">
            {languages.map((written) => (
              <div key={written} className="min-w-0">
                <h4 className="text-sm text-soft">{t(`item.languages.${written}`)}</h4>
                <div lang={written === 'zh' ? 'zh-Hans' : written} className="prose [overflow-wrap:anywhere]">
                  {scenario.sections[section][written].length ? <RichTextView text={scenario.sections[section][written]} /> : <p className="text-soft">{t('reading.no-text')}</p>}
                </div>
              </div>
            ))}
          </div>
        </section>
      ))}
    </section>
  );
}
