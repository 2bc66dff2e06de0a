'use client';
import { useLocale, useTranslations } from 'next-intl';
import { isLanguage } from '@/lib/domain/languages';
import { dimensions } from '@/lib/domain/scenario';
import { useMayEdit, useScenarioPart } from '../session/hooks';
import { AssessmentRow } from './AssessmentRow';
import { OwnReasons } from './OwnReasons';
import { useGridKeys } from './use-grid-keys';
import { useOpenedCell } from './use-opened-cell';

/** The assessment: enterprise × dimension of changes with their rationales, and the verdict that follows from each row. */
export function AssessmentTable() {
  const t = useTranslations('assessment');
  const locale = useLocale();
  const language = isLanguage(locale) ? locale : 'en';
  const enterprises = useScenarioPart('enterprises');
  const assessment = useScenarioPart('assessment');
  const mayEdit = useMayEdit();
  const { grid, active, onKeyDown, onFocus } = useGridKeys(enterprises.length, dimensions.length + 2);

  const { opened, toggle } = useOpenedCell(grid);

  if (!enterprises.length) return <p className="p-3 text-soft">{t('none')}</p>;
  return (
    <div className="@container p-3 lg:pt-1">
      {/* the scroll box of the sticky header is the workspace's part, so nothing here may overflow by itself */}
      <table ref={grid} role="grid" aria-label={t('title')} aria-readonly={!mayEdit} className="w-full table-fixed border-separate border-spacing-0 @max-[60rem]:text-sm @max-[44rem]:block @max-[44rem]:text-base" onKeyDown={onKeyDown} onFocus={onFocus}>
        {/* where it is narrow (a phone, a wide panel beside) each enterprise is a stack of its cells, which name their dimensions themselves */}
        <thead className="@max-[44rem]:sr-only">
          <tr className="text-sm">
            <th scope="col" className="sticky top-0 z-20 w-[17%] border bg-sunken p-1 text-left align-bottom font-semibold">
              {t('enterprise')}
            </th>
            {dimensions.map((dimension) => (
              <th key={dimension} scope="col" className="sticky top-0 z-20 w-[16.75%] border bg-sunken hyphens-auto break-words p-1 text-left align-bottom font-semibold">
                {t(`dimensions.${dimension}.name`)}
                <span className="block text-sm leading-tight font-normal text-soft">{t(`dimensions.${dimension}.question`)}</span>
              </th>
            ))}
            <th scope="col" className="sticky top-0 z-20 border bg-sunken p-1 text-left align-bottom font-semibold">
              {t('verdict')}
            </th>
          </tr>
        </thead>
        <tbody className="@max-[44rem]:block">
          {enterprises.map((enterprise, row) => {
            const cells = assessment[enterprise.id];
            return cells && <AssessmentRow key={enterprise.id} enterprise={enterprise} cells={cells} language={language} row={row} activeColumn={active[0] === row ? active[1] : null} mayEdit={mayEdit} opened={opened?.enterprise === enterprise.id ? opened.dimension : null} onToggle={toggle} />;
          })}
        </tbody>
      </table>
      <OwnReasons mayEdit={mayEdit} />
      <p className="mt-2 text-sm text-soft">{t('rule')}</p>
      {mayEdit && <p className="mt-2 text-sm text-soft max-sm:hidden print:hidden">{t('keys')}</p>}
    </div>
  );
}
