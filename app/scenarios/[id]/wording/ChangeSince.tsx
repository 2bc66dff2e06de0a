'use client';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/app/components/Button';
import type { LeadingChange } from '@/lib/diff/counterpart-changes';
import { DiffText } from '../compare/DiffText';

/** What has become of one leading paragraph, word by word. @param onStillRight null: the reader may not say so */
export function ChangeSince({ change, onStillRight }: { readonly change: LeadingChange; readonly onStillRight: (() => void) | null }) {
  const t = useTranslations('wording.counterpart');
  const reading = useLocale();
  return (
    <li className="flex flex-col gap-1 rounded border bg-paper p-2">
      <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">
        <DiffText diff={change.diff} />
      </p>
      {onStillRight && (
        <span lang={reading} className="flex">
          <Button size="small" onClick={onStillRight}>
            {t('still-right')}
          </Button>
        </span>
      )}
    </li>
  );
}
