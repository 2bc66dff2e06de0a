'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState, useTransition, type FormEvent } from 'react';
import type { Delegation } from '@/lib/domain/delegations';
import { textIn, type Language } from '@/lib/domain/languages';
import type { ActionError } from '../action-result';
import { Button } from '../components/Button';
import { Dialog } from '../components/Dialog';
import { useErrorWords } from '../components/use-error-words';
import { invitePerson } from './actions';
import type { LinkFor } from './LinkDialog';

interface InviteDialogProps {
  readonly open: boolean;
  readonly delegations: readonly Delegation[];
  readonly onClose: () => void;
  readonly onInvited: (link: LinkFor) => void;
}

/** Name, e-mail address, delegation; the answer is a link to pass on. */
export function InviteDialog({ open, delegations, onClose, onInvited }: InviteDialogProps) {
  const t = useTranslations('people');
  const language = useLocale() as Language;
  const words = useErrorWords();
  const [isBusy, start] = useTransition();
  const [failure, setFailure] = useState<ActionError | null>(null);

  function close(): void {
    setFailure(null);
    onClose();
  }

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const entered = (field: string): string => String(data.get(field) ?? '');
    const name = entered('name');
    setFailure(null);
    start(async () => {
      const result = await invitePerson({ name, email: entered('email'), delegationId: entered('delegation') || null }).catch(() => null);
      start(() => (result?.ok ? onInvited({ ...result.value, name }) : setFailure(result ? result.error : { code: 'unavailable', details: {} })));
    });
  }

  return (
    <Dialog open={open} onOpenChange={(next) => !next && close()} title={t('invite-title')} description={t('invite-hint')}>
      <form onSubmit={onSubmit} className="flex flex-col gap-3">
        {failure && (
          <p role="alert" className="rounded border border-danger bg-danger-soft px-3 py-2 text-danger">
            {failure.code === 'bad-request' ? t('no-email') : words(failure)}
          </p>
        )}
        <label className="flex flex-col gap-1">
          <span className="font-medium">{t('name')}</span>
          <input name="name" required maxLength={120} autoComplete="off" className="field min-h-8" />
        </label>
        <label className="flex flex-col gap-1">
          <span className="font-medium">{t('email')}</span>
          <input name="email" type="email" required maxLength={320} autoComplete="off" className="field min-h-8" />
        </label>
        <label className="flex flex-col gap-1">
          <span className="font-medium">{t('column.delegation')}</span>
          <select name="delegation" className="field min-h-8">
            {delegations.map((delegation) => (
              <option key={delegation.id} value={delegation.id}>
                {delegation.code} · {textIn(delegation.name, language)}
              </option>
            ))}
            <option value="">{t('observer')}</option>
          </select>
        </label>
        <p className="mt-1 flex justify-end gap-2">
          <Button onClick={close}>{t('cancel')}</Button>
          <Button type="submit" look="primary" disabled={isBusy}>
            {t('invite-submit')}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}
