'use client';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/app/components/Button';
import { DelegationBadge } from '@/app/components/DelegationBadge';
import { Dialog } from '@/app/components/Dialog';
import type { Snapshot } from '@/lib/snapshots/snapshot';
import { useSession } from '../session/hooks';
import { failureOf, type Failure } from './agreement-api';
import { useAgreement } from './AgreementProvider';
import { FailureNote } from './FailureNote';

/** Asks before a delegation's signature is given, since nothing can take it back. What is shown is what is sent. */
export function SignDialog({ scenarioId, snapshot, onClose }: { readonly scenarioId: string; readonly snapshot: Snapshot; readonly onClose: () => void }) {
  const t = useTranslations('agreement');
  const delegation = useSession().me.delegation;
  const { api, refetchVersions } = useAgreement();
  // as it was when the dialog opened: a version can't change under it
  const [{ number, name, hash }] = useState(snapshot);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const underWay = useRef(false);

  const sign = async (): Promise<void> => {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    setFailure(null);
    try {
      await api.sign(number, hash);
      await refetchVersions();
      onClose();
    } catch (error) {
      setFailure(failureOf(error));
      void refetchVersions();
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  };

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('sign-title', { number })} description={t('sign-for-good')}>
      <dl className="mb-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
        <dt className="text-soft">{t('sign-number')}</dt>
        <dd>{number}</dd>
        <dt className="text-soft">{t('version-name')}</dt>
        <dd className="[overflow-wrap:anywhere]">{name}</dd>
        <dt className="text-soft">{t('hash')}</dt>
        <dd>
          <code className="break-all text-sm">{hash}</code>
        </dd>
        <dt className="text-soft">{t('sign-delegation')}</dt>
        <dd>
          <DelegationBadge code={delegation} />
        </dd>
      </dl>
      <p className="mb-4">
        <a className="text-accent underline underline-offset-2" href={`/scenarios/${scenarioId}/snapshots/${number}`} target="_blank">
          {t('sign-read-first')}
        </a>
      </p>
      {failure && (
        <div className="mb-4">
          <FailureNote failure={failure} />
        </div>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button look="primary" disabled={busy} aria-busy={busy} onClick={() => void sign()}>
          {t('sign-now', { number })}
        </Button>
      </div>
    </Dialog>
  );
}
