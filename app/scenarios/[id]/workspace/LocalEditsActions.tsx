'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import type * as Y from 'yjs';
import { Button } from '@/app/components/Button';
import { isLanguage } from '@/lib/domain/languages';
import { downloadLocalScenario, downloadLocalState } from './download-local';

export interface LocalEditsActionsProps {
  /** What this device holds. */
  readonly read: () => Y.Doc | Promise<Y.Doc>;
  /** Gives it up for good; asked for twice. */
  readonly discard: () => Promise<void>;
}

/** What can be done with edits that only this device holds: save them as a file, or discard them. */
export function LocalEditsActions({ read, discard }: LocalEditsActionsProps) {
  const t = useTranslations('session.refused');
  const ui = useTranslations('ui');
  const locale = useLocale();
  const language = isLanguage(locale) ? locale : 'en';
  const [sure, setSure] = useState(false);
  const [failed, setFailed] = useState(false);
  const attempt = async (run: () => Promise<void>): Promise<void> => {
    setFailed(false);
    await run().catch(() => setFailed(true));
  };
  const save = (download: typeof downloadLocalScenario): void => void attempt(async () => download(await read(), language));
  const note = failed && (
    <p role="alert" className="w-full text-danger">
      {t('failed')}
    </p>
  );
  return sure ? (
    <div role="group" aria-label={t('discard')} className="flex flex-wrap items-center gap-2">
      <span>{t('discard-question')}</span>
      <Button look="danger" autoFocus onClick={() => void attempt(discard)}>
        {t('discard-sure')}
      </Button>
      <Button onClick={() => setSure(false)}>{ui('cancel')}</Button>
      {note}
    </div>
  ) : (
    <>
      <Button onClick={() => save(downloadLocalScenario)}>{t('export')}</Button>
      <Button onClick={() => save(downloadLocalState)}>{t('export-raw')}</Button>
      <Button look="danger" onClick={() => setSure(true)}>
        {t('discard')}
      </Button>
      {note}
    </>
  );
}
