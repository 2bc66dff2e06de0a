'use client';

import { useTranslations } from 'next-intl';
import { Failure } from './components/Failure';

/** A page that failed; the rest of the interface stands. No details reach the reader, only the log's reference. */
export default function ErrorPage({ error, reset }: { readonly error: Error & { readonly digest?: string }; readonly reset: () => void }) {
  const t = useTranslations('errors.pages');
  const common = useTranslations('common');
  return (
    <Failure
      title={t('failed')}
      hint={t('failed-hint')}
      reference={error.digest ? t('reference', { digest: error.digest }) : null}
      retryLabel={common('retry')}
      onRetry={reset}
      homeLabel={t('home')}
    />
  );
}
