'use client';
import { Download, FileJson, Image as Picture, Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/app/components/Button';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { Menu, MenuItem, MenuLink, MenuSeparator } from '@/app/components/Menu';
import { fileName } from '../../file-name';
import { useCommand } from './commands';

/** What leaves the system: the scenario as a file, its figures, a print. */
export function ExportMenu({ scenarioId, title }: { readonly scenarioId: string; readonly title: string }) {
  const t = useTranslations('workspace');
  const { language } = useInterfaceLanguage();
  const name = fileName(title);
  const json = `/api/scenarios/${scenarioId}`;
  const figure = (kind: 'network' | 'assessment'): string => `${json}/figure.svg?lang=${language}&figure=${kind}`;
  const group = t('export');
  const save = (href: string, file: string) => (): void => {
    const link = document.createElement('a');
    link.href = href;
    link.download = file;
    link.click();
  };
  useCommand({ id: 'workspace.export-json', label: t('export-json'), group, run: save(json, `${name}.json`) });
  useCommand({ id: 'workspace.export-network', label: t('export-network'), group, run: save(figure('network'), `${name}.svg`) });
  useCommand({ id: 'workspace.export-assessment', label: t('export-assessment'), group, run: save(figure('assessment'), `${name} 2.svg`) });
  useCommand({ id: 'workspace.print', label: t('print'), group, run: () => window.print() });
  return (
    <Menu
      label={t('export')}
      trigger={
        <Button look="quiet" aria-label={t('export')} title={t('export')} className="!px-1.5">
          <Download size={16} aria-hidden />
        </Button>
      }
    >
      <MenuLink href={json} download={`${name}.json`} icon={<FileJson size={16} aria-hidden />}>
        {t('export-json')}
      </MenuLink>
      <MenuLink href={figure('network')} download={`${name}.svg`} icon={<Picture size={16} aria-hidden />}>
        {t('export-network')}
      </MenuLink>
      <MenuLink href={figure('assessment')} download={`${name} 2.svg`} icon={<Picture size={16} aria-hidden />}>
        {t('export-assessment')}
      </MenuLink>
      <MenuSeparator />
      <MenuItem icon={<Printer size={16} aria-hidden />} onSelect={() => window.print()}>
        {t('print')}
      </MenuItem>
    </Menu>
  );
}
