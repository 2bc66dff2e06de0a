'use client';
import { Lock, LockOpen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/components/Button';
import { failureOf, type Failure } from './agreement-api';
import { useAgreement } from './AgreementProvider';
import { FailureNote } from './FailureNote';

/** Lets a facilitator close editing, and open it again: each takes the other back. */
export function FreezeButton({ frozen }: { readonly frozen: boolean }) {
  const t = useTranslations('signing.freeze');
  const { api, refetchVersions } = useAgreement();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const Icon = frozen ? LockOpen : Lock;

  const change = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      await (frozen ? api.openEditing() : api.closeEditing());
      await refetchVersions();
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <Button size="small" busy={busy} title={frozen ? undefined : t('hint')} onClick={() => void change()}>
        <Icon size={14} aria-hidden />
        {t(frozen ? 'reopen' : 'freeze')}
      </Button>
      {failure && <FailureNote failure={failure} />}
    </>
  );
}
