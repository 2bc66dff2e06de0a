'use client';
import { Languages } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { languages } from '@/lib/domain/languages';
import { Button } from './Button';
import { langOf } from './lang-of';
import { useInterfaceLanguage } from './LanguageSwitch';
import { Menu, MenuChoice } from './Menu';

/** The language of the interface, in a top bar: changed in place, remembered. */
export function LanguageMenu() {
  const t = useTranslations('account');
  const names = useTranslations('common.languages');
  const { language, change } = useInterfaceLanguage();
  return (
    <Menu
      label={t('language')}
      trigger={
        <Button look="quiet" aria-label={`${t('language')}: ${names(language)}`} title={t('language')} className="!px-1.5">
          <Languages size={16} aria-hidden />
          <span className="hidden sm:inline" aria-hidden>
            {language === 'zh' ? '中' : language.toUpperCase()}
          </span>
        </Button>
      }
    >
      <MenuChoice value={language} options={languages.map((option) => ({ value: option, label: names(option), lang: langOf(option) }))} onChange={change} />
    </Menu>
  );
}
