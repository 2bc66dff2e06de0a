'use client';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/app/components/Button';
import { langOf } from '@/app/components/lang-of';
import { Menu, MenuLink } from '@/app/components/Menu';
import { fileName } from '@/app/scenarios/file-name';
import { languages, textIn } from '@/lib/domain/languages';
import type { CollectionOverview } from './overview';

/** The overview as a figure, in each language. */
export function FigureLinks({ collection }: { readonly collection: CollectionOverview['collection'] }) {
  const t = useTranslations('collections');
  const names = useTranslations('common.languages');
  return (
    <Menu
      label={t('figure')}
      trigger={
        <Button size="small">
          <Download size={14} aria-hidden /> {t('figure')}
        </Button>
      }
    >
      {languages.map((language) => (
        <MenuLink key={language} lang={langOf(language)} href={`/api/collections/${collection.id}/overview.svg?lang=${language}`} download={`${fileName(textIn(collection.name, language))}-${language}.svg`}>
          {names(language)}
        </MenuLink>
      ))}
    </Menu>
  );
}
