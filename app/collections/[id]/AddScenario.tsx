'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/components/Button';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { textIn } from '@/lib/domain/languages';
import type { CollectionOverview } from './overview';

export interface AddScenarioProps {
  readonly others: CollectionOverview['others'];
  readonly busy: boolean;
  /** Tells whether it worked. */
  readonly onAdd: (scenario: string) => Promise<boolean>;
}

/** Puts a scenario that the reader facilitates into the collection. */
export function AddScenario({ others, busy, onAdd }: AddScenarioProps) {
  const t = useTranslations('collections');
  const untitled = useTranslations('scenarios')('untitled');
  const { language } = useInterfaceLanguage();
  const [asked, setAsked] = useState('');
  const chosen = others.some(({ id }) => id === asked) ? asked : ''; // meanwhile somebody else may have put it in
  return (
    <div className="mt-4 flex flex-wrap items-end gap-2 print:hidden">
      <label className="flex min-w-0 flex-col gap-1">
        <span className="font-medium">{t('add-label')}</span>
        <select className="field min-h-8 max-w-full" value={chosen} onChange={(event) => setAsked(event.target.value)}>
          <option value="">{t('choose')}</option>
          {others.map(({ id, title }) => (
            <option key={id} value={id}>
              {textIn(title, language) || untitled}
            </option>
          ))}
        </select>
      </label>
      <Button busy={busy} disabled={chosen === ''} onClick={() => void onAdd(chosen).then((worked) => worked && setAsked(''))}>
        {t('add')}
      </Button>
    </div>
  );
}
