import { useLocale, useTranslations } from 'next-intl';
import { langOf } from '@/app/components/lang-of';
import { RichTextView } from '@/app/components/RichTextView';
import { languages } from '@/lib/domain/languages';
import { counterpartOf, type Counterpart } from '@/lib/diff/counterpart';
import type { Wording } from '@/lib/domain/counterparts';
import { sectionKeys } from '@/lib/domain/scenario';

/** The wording as the server renders it: readable before any script has run. */
export function ReadWording({ wording }: { readonly wording: Wording }) {
  const { sections, leadingLanguage } = wording;
  const t = useTranslations('wording');
  const names = useTranslations('common.languages');
  const spoken = useTranslations('agreement.item.languages');
  const reading = useLocale();
  const stateOf = (counterpart: Counterpart | null): string => {
    if (counterpart === null) return t('counterpart.leads');
    if (counterpart.state === 'out-of-date') return t('counterpart.changed', { language: spoken(leadingLanguage), count: counterpart.changes.length });
    return counterpart.state === 'unconfirmed' ? t('counterpart.unconfirmed') : '';
  };
  return (
    <div className="p-3">
      {sectionKeys.map((section) => (
        <section key={section} className="mb-4">
          <h3 className="mb-1 font-semibold">{t(`sections.${section}`)}</h3>
          <div className="grid gap-x-6 gap-y-3 md:grid-cols-3">
            {languages.map((language) => (
              <div key={language} data-item={`section:${section}:${language}`} className={language === reading ? 'min-w-0 max-md:order-first' : 'min-w-0'}>
                <p className="text-sm text-soft">
                  {names(language)} {stateOf(counterpartOf(wording, section, language))}
                </p>
                <div lang={langOf(language)} className="prose">
                  {sections[section][language].length ? <RichTextView text={sections[section][language]} concerned={counterpartOf(wording, section, language)?.concerned} /> : <p className="text-soft">{t('empty')}</p>}
                </div>
              </div>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
