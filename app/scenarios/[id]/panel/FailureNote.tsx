'use client';
import { useTranslations } from 'next-intl';
import { Button } from '@/app/components/Button';
import type { Failure } from './agreement-api';

/** Says why something did not work, in the server's words where it had any; `onRetry` offers another attempt. */
export function FailureNote({ failure, onRetry }: { readonly failure: Failure; readonly onRetry?: () => void }) {
  const t = useTranslations('agreement');
  return (
    <p role="alert" className="flex flex-wrap items-center gap-2 rounded border border-danger bg-danger-soft px-2 py-1 text-danger">
      <span className="min-w-0 flex-1">{failure.words ?? t(failure.code === 'unavailable' ? 'unreachable' : 'failed')}</span>
      {onRetry && (
        <Button size="small" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </p>
  );
}
