'use client';

import { useSyncExternalStore } from 'react';
import deCommon from '@/lib/messages/de/common.json';
import deErrors from '@/lib/messages/de/errors.json';
import enCommon from '@/lib/messages/en/common.json';
import enErrors from '@/lib/messages/en/errors.json';
import zhCommon from '@/lib/messages/zh/common.json';
import zhErrors from '@/lib/messages/zh/errors.json';
import type { Language } from '@/lib/domain/languages';
import { chooseLanguage } from '@/lib/messages/choose-language';
import { Failure } from './components/Failure';
import './globals.css';

const words = {
  en: { common: enCommon, errors: enErrors },
  de: { common: deCommon, errors: deErrors },
  zh: { common: zhCommon, errors: zhErrors },
} as const;

function languageOfReader(): Language {
  return chooseLanguage(/(?:^|;\s*)locale=(\w+)/.exec(document.cookie)?.[1], navigator.languages.join(','));
}

/** The layout itself failed, and the messages with it: these words come with the page. */
export default function GlobalErrorPage({ error, reset }: { readonly error: Error & { readonly digest?: string }; readonly reset: () => void }) {
  const language = useSyncExternalStore<Language>(() => () => {}, languageOfReader, () => 'en');
  const { common, errors } = words[language];
  return (
    <html lang={language}>
      <body>
        <Failure
          title={errors.pages.failed}
          hint={errors.pages['failed-hint']}
          reference={error.digest ? errors.pages.reference.replace('{digest}', error.digest) : null}
          retryLabel={common.retry}
          onRetry={reset}
          homeLabel={errors.pages.home}
        />
      </body>
    </html>
  );
}
