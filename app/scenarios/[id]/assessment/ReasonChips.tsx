'use client';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Button } from '@/app/components/Button';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { PickGroup, PickList, type Pick } from '@/app/components/PickList';
import { createEntities } from '@/lib/document/edits/create-entities';
import { setReason, type CellPlace } from '@/lib/document/edits/edit-cells';
import { longestLabel } from '@/lib/domain/bounds';
import { bounds } from '@/lib/domain/bounds';
import { reasonIds, standardReasons } from '@/lib/domain/reasons';
import { reasonWords } from '../cell-words';
import { useScenarioPart, useSession } from '../session/hooks';

/** The reasons for a cell's change, as chips; others are taken from a list, or added to the scenario by their words. */
export function ReasonChips({ place, named, mayEdit }: { readonly place: CellPlace; readonly named: readonly string[]; readonly mayEdit: boolean }) {
  const t = useTranslations('evidence');
  const words = useTranslations('reasons') as (key: string) => string;
  const { doc } = useSession();
  const reasons = useScenarioPart('reasons');
  const { language } = useInterfaceLanguage();
  const chips = useRef<HTMLUListElement>(null);
  const nameOf = (id: string): string => reasonWords(id, [{ reasons }], language, words);
  const pick = (id: string): Pick => ({ id, label: nameOf(id), isChosen: named.includes(id), onSelect: () => setReason(doc, place, id, !named.includes(id)) });
  const standard = (isMeant: boolean): Pick[] => standardReasons.filter(({ dimension }) => (dimension === place.dimension) === isMeant).map(({ id }) => pick(id));

  function add(label: string): void {
    const { reasons: created } = createEntities(doc, { reasons: [{ label: { [language]: label.slice(0, longestLabel) } }] });
    setReason(doc, place, created[0]!, true);
  }
  function remove(id: string): void {
    setReason(doc, place, id, false);
    // the button that had the focus is gone with its chip
    requestAnimationFrame(() => document.activeElement === document.body && chips.current?.parentElement?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true }));
  }
  return (
    <div className="mt-2 flex flex-wrap items-center gap-1">
      <span className="mr-1 text-sm text-soft">{t('reasons')}</span>
      <ul ref={chips} aria-label={t('reasons')} className="contents">
        {named.map((id) => (
          <li key={id} data-reason={id} className="inline-flex max-w-full items-center rounded border bg-sunken pl-1.5 text-sm leading-6">
            <span className="min-w-0 [overflow-wrap:anywhere]">{nameOf(id)}</span>
            {mayEdit ? (
              <Button look="quiet" size="small" aria-label={t('remove-reason', { reason: nameOf(id) })} className="!min-h-0 !px-1 print:hidden" onClick={() => remove(id)}>
                <X size={12} aria-hidden />
              </Button>
            ) : (
              <span className="w-1.5" />
            )}
          </li>
        ))}
      </ul>
      {named.length === 0 && !mayEdit && <span className="text-sm text-soft">{t('no-reasons')}</span>}
      {mayEdit && named.length < bounds.reasonsOfCell && (
        <PickList
          several
          label={t('choose-reason')}
          placeholder={t('search-reason')}
          none={t('none-found')}
          create={{ known: reasonIds(reasons).map(nameOf), words: (typed) => t('add-own', { reason: typed }), onCreate: add }}
          trigger={
            <Button look="quiet" size="small" className="print:hidden">
              <Plus size={14} aria-hidden />
              {t('add-reason')}
            </Button>
          }
        >
          <PickGroup heading={t('reasons-for-dimension')} picks={standard(true)} />
          <PickGroup heading={t('reasons-own')} picks={reasons.map(({ id }) => pick(id))} />
          <PickGroup heading={t('reasons-other')} picks={standard(false)} />
        </PickList>
      )}
    </div>
  );
}
