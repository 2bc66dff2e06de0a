'use client';
import { History } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/app/components/Button';
import { useToasts } from '@/app/components/Toasts';
import { useSession } from '../session/hooks';
import { failureOf, RequestFailed, type Failure } from './agreement-api';
import { useAgreement } from './AgreementProvider';
import { FailureNote } from './FailureNote';
import { untilSaved } from './until-saved';
import { useRequestIds } from './use-request-ids';

/**
 * Makes the live text say again what a version says. It asks nothing beforehand: what stood before is a version, too, and
 * one press brings it back.
 */
export function RestoreButton({ number }: { readonly number: number }) {
  const t = useTranslations('compare');
  const session = useSession();
  const { api, refetchVersions } = useAgreement();
  const { toast } = useToasts();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const underWay = useRef(false);
  const requests = useRequestIds();

  const restore = async (version: number): Promise<void> => {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    setFailure(null);
    try {
      if (!(await untilSaved(session))) throw new RequestFailed({ code: 'unavailable', words: t('restore-not-saved') });
      const { before } = await api.restore(version, requests.idOf(version));
      requests.done();
      toast(before === null ? { text: t('restore-same', { number: version }) } : { text: t('restored', { number: version, before }), action: { label: t('restore-back'), run: () => void restore(before) } });
      await refetchVersions();
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  };

  return (
    <>
      <Button size="small" busy={busy} title={t('restore-what', { number })} onClick={() => void restore(number)}>
        <History size={14} aria-hidden />
        {t('restore')}
      </Button>
      {failure && <FailureNote failure={failure} />}
    </>
  );
}
