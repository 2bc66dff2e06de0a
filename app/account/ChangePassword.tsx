'use client';
import { useTranslations } from 'next-intl';
import { useActionState, useId } from 'react';
import { shortestPassword } from '@/lib/people/password-length';
import { Button } from '../components/Button';
import { useErrorWords } from '../components/use-error-words';
import { changePassword } from './actions';

export function ChangePassword({ email }: { readonly email: string }) {
  const t = useTranslations('account');
  const words = useErrorWords();
  const [result, send, isBusy] = useActionState(changePassword, null);
  const hint = useId();
  const failure = result && !result.ok && (result.error.code === 'wrong-credentials' ? t('wrong-current-password') : words(result.error));
  return (
    <form action={send} className="flex max-w-sm flex-col gap-3">
      <input type="hidden" autoComplete="username" value={email} readOnly />
      {failure && (
        <p role="alert" className="rounded border border-danger bg-danger-soft px-3 py-2 text-danger">
          {failure}
        </p>
      )}
      {result?.ok && (
        <p role="status" className="rounded border px-3 py-2">
          {t('password-changed')}
        </p>
      )}
      <label className="flex flex-col gap-1">
        <span className="font-medium">{t('current-password')}</span>
        <input name="current" type="password" autoComplete="current-password" required maxLength={1000} className="field min-h-8" />
      </label>
      <label className="flex flex-col gap-1">
        <span className="font-medium">{t('new-password')}</span>
        <input name="next" type="password" autoComplete="new-password" required maxLength={1000} aria-describedby={hint} className="field min-h-8" />
      </label>
      <p id={hint} className="text-sm text-soft">
        {t('password-hint', { shortest: shortestPassword })}
      </p>
      <Button type="submit" disabled={isBusy} className="self-start">
        {t('change-password')}
      </Button>
    </form>
  );
}
