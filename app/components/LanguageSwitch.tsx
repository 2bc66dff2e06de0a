'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { chooseLanguage } from '../account/choose-language';
import { languages, type Language } from '@/lib/domain/languages';
import { langOf } from './lang-of';

/** The language of the interface, and how to change it in place: what has been typed, opened or selected stays. */
export function useInterfaceLanguage(): { readonly language: Language; readonly isChanging: boolean; readonly change: (language: Language) => void } {
  const language = useLocale() as Language;
  const [isChanging, startChange] = useTransition();
  return { language, isChanging, change: (next) => startChange(() => chooseLanguage(next)) };
}

/** English, Deutsch, 中文: each in its own words, side by side. A form of buttons, so that a choice made before the page's code has come is not lost. */
export function LanguageSwitch({ onChosen }: { readonly onChosen?: (language: Language) => void }) {
  const t = useTranslations('account');
  const names = useTranslations('common.languages');
  const language = useLocale();
  return (
    <form className="print:hidden">
      <div role="group" aria-label={t('language')} className="inline-flex gap-0.5">
        {languages.map((option) => (
          <button
            key={option}
            formAction={chooseLanguage.bind(null, option)}
            lang={langOf(option)}
            aria-pressed={option === language}
            className="min-h-8 rounded px-2 text-soft hover:bg-hover hover:text-ink aria-pressed:font-semibold aria-pressed:text-ink aria-pressed:underline aria-pressed:underline-offset-4"
            onClick={() => onChosen?.(option)}
          >
            {names(option)}
          </button>
        ))}
      </div>
    </form>
  );
}
