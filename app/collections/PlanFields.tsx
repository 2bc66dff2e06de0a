'use client';
import { useTranslations } from 'next-intl';
import { langOf } from '@/app/components/lang-of';
import { longestLabel, longestNote } from '@/lib/domain/bounds';
import { languages, type Language } from '@/lib/domain/languages';
import type { CollectionPlan } from '@/lib/collections/collection';

/** How a collection is called and what it is about in each language, and which languages are authentic in it: at least one. */
export function PlanFields({ plan, onChange }: { readonly plan: CollectionPlan; readonly onChange: (plan: CollectionPlan) => void }) {
  const t = useTranslations('collections');
  const names = useTranslations('agreement.item.languages');
  const { name, description, authenticLanguages } = plan;
  const toggled = (language: Language): readonly Language[] => languages.filter((each) => (each === language) !== authenticLanguages.includes(each));
  return (
    <>
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 font-medium">{t('name')}</legend>
        {languages.map((language) => (
          <label key={language} className="grid grid-cols-[6rem_1fr] items-center gap-2">
            <span className="text-soft">{names(language)}</span>
            <input className="field min-h-8 min-w-0" lang={langOf(language)} maxLength={longestLabel} value={name[language]} onChange={(event) => onChange({ ...plan, name: { ...name, [language]: event.target.value } })} />
          </label>
        ))}
      </fieldset>
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 font-medium">{t('description')}</legend>
        {languages.map((language) => (
          <label key={language} className="grid grid-cols-[6rem_1fr] items-start gap-2">
            <span className="py-1 text-soft">{names(language)}</span>
            <textarea className="field min-w-0" rows={2} lang={langOf(language)} maxLength={longestNote} value={description[language]} onChange={(event) => onChange({ ...plan, description: { ...description, [language]: event.target.value } })} />
          </label>
        ))}
      </fieldset>
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 font-medium">{t('authentic')}</legend>
        <span className="flex flex-wrap gap-x-4 gap-y-1">
          {languages.map((language) => (
            <label key={language} className="inline-flex min-h-6 items-center gap-1.5">
              <input
                type="checkbox"
                checked={authenticLanguages.includes(language)}
                // the last one stays
                disabled={authenticLanguages.length === 1 && authenticLanguages[0] === language}
                onChange={() => onChange({ ...plan, authenticLanguages: toggled(language) })}
              />
              {names(language)}
            </label>
          ))}
        </span>
        <span className="text-sm text-soft">{t('authentic-hint')}</span>
      </fieldset>
    </>
  );
}

/** True if the collection is called something in some language. */
export const isNamed = ({ name }: CollectionPlan): boolean => languages.some((language) => name[language].trim() !== '');
