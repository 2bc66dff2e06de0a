'use client';
import { BookText, Download, FileJson, Image as Picture, Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Fragment, useState } from 'react';
import { Button } from '@/app/components/Button';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { Menu, MenuItem, MenuLabel, MenuLink, MenuSeparator } from '@/app/components/Menu';
import { ReportDialog } from '@/app/reports/ReportDialog';
import { fileName } from '../../file-name';
import { useCommand } from './commands';

const figureKinds = ['network', 'assessment'] as const;
type FigureKind = (typeof figureKinds)[number];
const figureFormats = ['svg', 'pdf', 'png'] as const;
type FigureFormat = (typeof figureFormats)[number];

/** What leaves the system: the scenario as a file, its figures, a print. */
export function ExportMenu({ scenarioId, title }: { readonly scenarioId: string; readonly title: string }) {
  const t = useTranslations('workspace');
  const report = useTranslations('report');
  const [asksForReport, setAsksForReport] = useState(false);
  const { language } = useInterfaceLanguage();
  const name = fileName(title);
  const json = `/api/scenarios/${scenarioId}`;
  const figure = (kind: FigureKind, format: FigureFormat): string => `${json}/figure.${format}?lang=${language}&figure=${kind}`;
  const figureName = (kind: FigureKind, format: FigureFormat): string => `${name}${kind === 'assessment' ? ' 2' : ''}.${format}`;
  const group = t('export');
  const save = (href: string, file: string) => (): void => {
    const link = document.createElement('a');
    link.href = href;
    link.download = file;
    link.click();
  };
  useCommand({ id: 'workspace.export-json', label: t('export-json'), group, run: save(json, `${name}.json`) });
  useCommand({ id: 'workspace.export-network', label: t('export-network'), group, run: save(figure('network', 'svg'), figureName('network', 'svg')) });
  useCommand({ id: 'workspace.export-assessment', label: t('export-assessment'), group, run: save(figure('assessment', 'svg'), figureName('assessment', 'svg')) });
  useCommand({ id: 'workspace.report', label: report('open'), group, run: () => setAsksForReport(true) });
  useCommand({ id: 'workspace.print', label: t('print'), group, run: () => window.print() });
  return (
    <>
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
        {figureKinds.map((kind) => (
          <Fragment key={kind}>
            <MenuLabel>{t(`figure-${kind}`)}</MenuLabel>
            {figureFormats.map((format) => (
              <MenuLink key={format} href={figure(kind, format)} download={figureName(kind, format)} icon={<Picture size={16} aria-hidden />}>
                {t(`figure-as.${format}`)}
              </MenuLink>
            ))}
          </Fragment>
        ))}
        <MenuSeparator />
        <MenuItem icon={<BookText size={16} aria-hidden />} onSelect={() => setAsksForReport(true)}>
          {report('open')}
        </MenuItem>
        <MenuItem icon={<Printer size={16} aria-hidden />} onSelect={() => window.print()}>
          {t('print')}
        </MenuItem>
      </Menu>
      {asksForReport && <ReportDialog path={`${json}/report`} of="scenario" onClose={() => setAsksForReport(false)} />}
    </>
  );
}
