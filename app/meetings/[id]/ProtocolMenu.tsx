'use client';
import { FileText } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/app/components/Button';
import { langOf } from '@/app/components/lang-of';
import { Menu, MenuLink } from '@/app/components/Menu';
import { languages } from '@/lib/domain/languages';

/** The protocol as a file, in each language. */
export function ProtocolMenu({ meeting }: { readonly meeting: string }) {
  const t = useTranslations('meetings.protocol');
  const names = useTranslations('common.languages');
  return (
    <Menu
      label={t('title')}
      align="start"
      trigger={
        <Button>
          <FileText size={16} aria-hidden /> {t('title')}
        </Button>
      }
    >
      {languages.flatMap((language) =>
        (['docx', 'pdf'] as const).map((format) => (
          <MenuLink key={`${language} ${format}`} href={`/api/meetings/${meeting}/protocol?format=${format}&lang=${language}`} download lang={langOf(language)}>
            {names(language)} · {t(`formats.${format}`)}
          </MenuLink>
        )),
      )}
    </Menu>
  );
}
