'use client';
import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/app/components/IconButton';
import { langOf } from '@/app/components/lang-of';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { SharedTextField } from '@/app/components/SharedTextField';
import { useToasts } from '@/app/components/Toasts';
import { useUndoHere } from '@/app/components/use-undo-here';
import { deleteEntities } from '@/lib/document/edits/edit-entities';
import { labelOf } from '@/lib/document/roots';
import { languages, textIn } from '@/lib/domain/languages';
import { usesOfReason } from '@/lib/domain/reasons';
import { useScenarioPart, useSession } from '../session/hooks';

/** The reasons that the scenario adds to the standard ones: their words in each language, and how many cells name them. */
export function OwnReasons({ mayEdit }: { readonly mayEdit: boolean }) {
  const t = useTranslations('evidence');
  const names = useTranslations('agreement.item.languages');
  const unnamed = useTranslations('reasons')('unnamed');
  const { doc } = useSession();
  const reasons = useScenarioPart('reasons');
  const assessment = useScenarioPart('assessment');
  const { language } = useInterfaceLanguage();
  const { toast } = useToasts();
  const { undo } = useUndoHere();
  if (reasons.length === 0) return null;
  return (
    <details className="mt-2 text-sm print:hidden">
      <summary className="w-fit cursor-pointer text-soft">{t('own-title')}</summary>
      <ul className="mt-1">
        {reasons.map(({ id, label }) => (
          <li key={id} data-own-reason={id} className="flex flex-wrap items-start gap-1 border-t py-1">
            {languages.map((each) => {
              const text = labelOf(doc, 'reasons', id, each);
              return (
                text && (
                  <span key={each} className="min-w-32 flex-1">
                    <SharedTextField text={text} label={t('own-name', { language: names(each) })} focusName={`reason:${id}/label:${each}`} placeholder={names(each)} lang={langOf(each)} />
                  </span>
                )
              );
            })}
            <span className="min-w-24 py-1 text-soft">{t('own-uses', { count: usesOfReason({ assessment }, id) })}</span>
            {mayEdit && (
              <IconButton
                label={t('own-delete', { reason: textIn(label, language) || unnamed })}
                onClick={() => {
                  deleteEntities(doc, { reasons: [id] });
                  toast({ text: t('own-deleted', { reason: textIn(label, language) || unnamed }), action: { label: t('undo'), run: undo } });
                }}
              >
                <Trash2 size={14} aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
