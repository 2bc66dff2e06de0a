import { getTranslations } from 'next-intl/server';
import { langOf } from '@/app/components/lang-of';
import { RichTextView } from '@/app/components/RichTextView';
import type { Language } from '@/lib/domain/languages';
import { sectionKeys, type Scenario } from '@/lib/domain/scenario';

/** The wording of one of two scenarios in the reader's language; where there is none yet, the leading one, named as such. */
export async function SideWording({ scenario, language }: { readonly scenario: Scenario; readonly language: Language }) {
  const t = await getTranslations('agreement');
  return sectionKeys.map((section) => {
    const own = scenario.sections[section][language];
    const written = own.length ? language : scenario.leadingLanguage;
    const text = scenario.sections[section][written];
    return (
      <section key={section} className="mb-4">
        <h3 className="font-semibold">
          {t(`item.sections.${section}`)}
          {text.length > 0 && written !== language && <span className="font-normal text-soft"> · {t(`item.languages.${written}`)}</span>}
        </h3>
        <div lang={langOf(written)} className="prose [overflow-wrap:anywhere]">
          {text.length ? <RichTextView text={text} /> : <p className="text-soft">{t('reading.no-text')}</p>}
        </div>
      </section>
    );
  });
}
