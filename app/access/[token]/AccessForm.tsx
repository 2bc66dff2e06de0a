'use client';
import { useTranslations } from 'next-intl';
import { useActionState, useId, useState } from 'react';
import { Button } from '@/app/components/Button';
import { useErrorWords } from '@/app/components/use-error-words';
import { shortestPassword } from '@/lib/people/password-length';
import { spendLink } from './actions';

interface AccessFormProps {
  readonly token: string;
  /** Null: the first administrator, who says who they are. */
  readonly email: string | null;
}

/** Chooses a password (and, for the first administrator, a name); sending it spends the link. */
export function AccessForm({ token, email }: AccessFormProps) {
  const t = useTranslations('account');
  const words = useErrorWords();
  const [result, send, isBusy] = useActionState(spendLink, null);
  const [isShown, setShown] = useState(false);
  // React empties a form after its action; what was typed must survive a refusal.
  const [name, setName] = useState('');
  const [newEmail, setNewEmail] = useState('');
  const ids = useId();
  return (
    <form action={send} className="flex flex-col gap-3">
      <input type="hidden" name="token" value={token} />
      {result && !result.ok && (
        <p role="alert" className="rounded border border-danger bg-danger-soft px-3 py-2 text-danger">
          {words(result.error)}
        </p>
      )}
      {email === null ? (
        <>
          <label className="flex flex-col gap-1">
            <span className="font-medium">{t('name')}</span>
            <input name="name" autoComplete="name" required maxLength={120} className="field min-h-9" value={name} onChange={(event) => setName(event.target.value)} />
          </label>
          <label className="flex flex-col gap-1">
            <span className="font-medium">{t('email')}</span>
            <input name="email" type="email" autoComplete="username" required maxLength={320} className="field min-h-9" value={newEmail} onChange={(event) => setNewEmail(event.target.value)} />
          </label>
        </>
      ) : (
        <label className="flex flex-col gap-1">
          <span className="font-medium">{t('email')}</span>
          <input type="email" autoComplete="username" readOnly value={email} className="field min-h-9 !bg-sunken text-soft" />
        </label>
      )}
      <label htmlFor={`${ids}-password`} className="flex flex-col gap-1">
        <span className="font-medium">{t('new-password')}</span>
        <input
          id={`${ids}-password`}
          name="password"
          type={isShown ? 'text' : 'password'}
          autoComplete="new-password"
          required
          maxLength={1000}
          aria-describedby={`${ids}-hint`}
          className="field min-h-9"
        />
      </label>
      <p id={`${ids}-hint`} className="text-sm text-soft">
        {t('password-hint', { shortest: shortestPassword })}
      </p>
      <label className="flex items-center gap-2">
        <input type="checkbox" checked={isShown} onChange={(event) => setShown(event.target.checked)} />
        {t('show-password')}
      </label>
      <Button type="submit" look="primary" className="mt-1 min-h-9" disabled={isBusy}>
        {t('access.submit')}
      </Button>
    </form>
  );
}
