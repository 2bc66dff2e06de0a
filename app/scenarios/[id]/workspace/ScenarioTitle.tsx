'use client';
import { useTranslations } from 'next-intl';
import { langOf } from '@/app/components/lang-of';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { SharedTextField } from '@/app/components/SharedTextField';
import { titleOf } from '@/lib/document/roots';
import { textIn } from '@/lib/domain/languages';
import { useScenarioPart, useSession } from '../session/hooks';

/** The title in the reader's language, edited in place; where it is missing, the other languages' stands behind it. */
export function ScenarioTitle() {
  const t = useTranslations('workspace');
  const names = useTranslations('common.languages');
  const { language } = useInterfaceLanguage();
  const { doc } = useSession();
  const title = useScenarioPart('title');
  const text = titleOf(doc, language);
  if (!text) return <span className="truncate px-2 text-lg font-semibold">{textIn(title, language) || t('untitled')}</span>;
  return (
    <span data-title className="contents">
      <SharedTextField
        key={language}
        text={text}
        label={t('title', { language: names(language) })}
        focusName={`scenario/title:${language}`}
        lang={langOf(language)}
        placeholder={textIn(title, language) || t('untitled')}
        wraps
        className="!py-0 max-h-[calc(2lh+2px)] leading-snug hyphens-auto sm:max-lg:not-focus:max-h-[calc(3lh+2px)] focus:max-h-none !border-transparent !bg-transparent text-lg sm:max-lg:text-base font-semibold hover:!border-edge focus:!border-edge"
      />
    </span>
  );
}
