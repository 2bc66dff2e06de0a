'use client';
import { useTranslations } from 'next-intl';
import { useOptimistic, useState, useTransition } from 'react';
import { mailFrequencies, type MailFrequency as Frequency } from '@/lib/domain/inbox';
import type { ActionError } from '../action-result';
import { useErrorWords } from '../components/use-error-words';
import { setMailFrequency } from './actions';

export interface MailFrequencyProps {
  readonly chosen: Frequency;
  /** This installation has a mail server. */
  readonly sends: boolean;
}

/** How often mail tells of what is in the inbox; saved with the choice. */
export function MailFrequency({ chosen, sends }: MailFrequencyProps) {
  const t = useTranslations('account');
  const words = useErrorWords();
  const [saved, setSaved] = useState(chosen);
  const [shown, show] = useOptimistic(saved);
  const [isBusy, start] = useTransition();
  const [failure, setFailure] = useState<ActionError | null>(null);

  function choose(next: Frequency): void {
    setFailure(null);
    start(async () => {
      show(next);
      const result = await setMailFrequency(next).catch(() => null);
      start(() => (result?.ok ? setSaved(next) : setFailure(result ? result.error : { code: 'unavailable', details: {} })));
    });
  }

  return (
    <fieldset aria-busy={isBusy} className="max-w-prose">
      <legend className="text-soft">{t('mail.hint')}</legend>
      {failure && (
        <p role="alert" className="mt-2 rounded border border-danger bg-danger-soft px-3 py-2 text-danger">
          {words(failure)}
        </p>
      )}
      {mailFrequencies.map((frequency) => (
        <label key={frequency} className="mt-2 flex items-center gap-2">
          <input type="radio" name="mail-frequency" className="size-4 accent-[var(--accent)]" checked={shown === frequency} onChange={() => choose(frequency)} />
          {t(`mail.${frequency}`)}
        </label>
      ))}
      {!sends && <p className="mt-2 text-sm text-soft">{t('mail.not-set-up')}</p>}
    </fieldset>
  );
}
