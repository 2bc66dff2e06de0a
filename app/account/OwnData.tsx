'use client';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import type { ActionError } from '../action-result';
import { Button } from '../components/Button';
import { Dialog } from '../components/Dialog';
import { useErrorWords } from '../components/use-error-words';
import { leaveDevice } from '../scenarios/[id]/session/leave-device';
import { eraseOwnAccount } from './actions';

export interface OwnDataProps {
  readonly person: { readonly id: string; readonly email: string; readonly isDemo: boolean };
}

/** One's own data: to take along, or to erase with the account. */
export function OwnData({ person }: OwnDataProps) {
  const t = useTranslations('account');
  const ui = useTranslations('ui');
  const words = useErrorWords();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ActionError | null>(null);

  async function erase(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const password = new FormData(event.currentTarget).get('password');
    setBusy(true);
    setFailure(null);
    const result = await eraseOwnAccount(typeof password === 'string' ? password : '').catch(() => null);
    if (!result?.ok) {
      setFailure(result ? result.error : { code: 'unavailable', details: {} });
      return setBusy(false);
    }
    await Promise.race([leaveDevice(person.id).catch(() => {}), new Promise((resolve) => setTimeout(resolve, 3_000))]);
    window.location.assign('/sign-in');
  }

  const failed = failure && (failure.code === 'wrong-credentials' ? t('wrong-current-password') : failure.code === 'last-facilitator' ? t('data.hand-over') : words(failure));
  return (
    <div className="flex max-w-prose flex-col gap-3">
      <p className="text-soft">{t('data.export-hint')}</p>
      <form method="post" action="/api/account/export">
        <Button type="submit">
          <Download size={16} aria-hidden />
          {t('data.export')}
        </Button>
      </form>
      <p className="text-soft">{person.isDemo ? t('data.demo') : t('data.erase-hint')}</p>
      {!person.isDemo && (
        <Button look="danger" className="self-start" onClick={() => setOpen(true)}>
          {t('data.erase')}
        </Button>
      )}
      <Dialog open={isOpen} onOpenChange={(open) => !isBusy && setOpen(open)} title={t('data.erase-title')}>
        <form onSubmit={(event) => void erase(event)} className="flex flex-col gap-3">
          <input type="hidden" autoComplete="username" value={person.email} readOnly />
          <p>{t('data.consequences', { former: ui('former-participant') })}</p>
          <p>{t('data.hand-over')}</p>
          {failed && (
            <p role="alert" className="rounded border border-danger bg-danger-soft px-3 py-2 text-danger">
              {failed}
            </p>
          )}
          <label className="flex flex-col gap-1">
            <span className="font-medium">{t('data.password')}</span>
            <input name="password" type="password" autoComplete="current-password" required maxLength={1000} className="field min-h-8" />
          </label>
          <p className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)} disabled={isBusy}>
              {t('data.cancel')}
            </Button>
            <Button type="submit" look="danger" disabled={isBusy}>
              {t('data.confirm')}
            </Button>
          </p>
        </form>
      </Dialog>
    </div>
  );
}
