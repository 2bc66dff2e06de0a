'use client';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '@/app/components/Button';
import { Dialog } from '@/app/components/Dialog';
import { useDelegationName } from '@/app/components/use-delegation-name';
import type { Snapshot } from '@/lib/snapshots/snapshot';
import { useSession } from '../session/hooks';
import { failureOf, newRequestId, type Failure } from './agreement-api';
import { useAgreement } from './AgreementProvider';
import { FailureNote } from './FailureNote';
import { useFetched } from './use-fetched';
import { useItemLabels } from './use-item-labels';

/** Puts a version up for signature, or says what stands in the way, with links to it. What is shown is what is sent. */
export function OfferDialog({ scenarioId, snapshot, onClose }: { readonly scenarioId: string; readonly snapshot: Snapshot; readonly onClose: () => void }) {
  const t = useTranslations('signing');
  const agreement = useTranslations('agreement');
  const delegationName = useDelegationName();
  const { api, versions, refetchVersions } = useAgreement();
  const session = useSession();
  const labelOf = useItemLabels();
  const [{ number, name, hash }] = useState(snapshot);
  const [requestId] = useState(newRequestId);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Failure | null>(null);
  const underWay = useRef(false);
  const replaced = versions.value?.agreement.state === 'signing' ? versions.value.agreement.number : null;

  const listBlockers = useCallback(() => api.listBlockers(number), [api, number]);
  const [{ value: blockers, failure: unknown }, refetchBlockers] = useFetched(listBlockers);
  const failure = refused ?? unknown;
  // what stands in the way may be cleared, or come up, while one looks at it
  useEffect(() => session.onNews(({ topic }) => void (topic === 'positions' && refetchBlockers())), [session, refetchBlockers]);

  const offer = async (): Promise<void> => {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    setRefused(null);
    try {
      await api.offer({ number, hash, requestId });
      await refetchVersions();
      onClose();
    } catch (error) {
      setRefused(failureOf(error));
      void refetchBlockers();
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  };

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('offer.title', { number })} description={t('offer.hint')}>
      <dl className="mb-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
        <dt className="text-soft">{agreement('version-name')}</dt>
        <dd className="[overflow-wrap:anywhere]">{name}</dd>
        <dt className="text-soft">{t('hash')}</dt>
        <dd>
          <code className="break-all text-sm">{hash}</code>
        </dd>
      </dl>
      {replaced !== null && replaced !== number && <p className="mb-4">{t('offer.replaces', { number: replaced })}</p>}
      {blockers === null && !failure && <p className="mb-4 text-soft">{agreement('loading')}</p>}
      {blockers !== null && blockers.length > 0 && (
        <section className="mb-4" aria-label={t('offer.blocked')}>
          <p className="mb-1 font-semibold">{t('offer.blocked')}</p>
          <ul className="flex list-disc flex-col gap-1 pl-5">
            {blockers.map((blocker) => (
              <li key={'item' in blocker ? `${blocker.kind} ${blocker.item} ${blocker.kind === 'disagree' ? blocker.delegation : ''}` : blocker.kind}>
                {blocker.kind === 'one-sided' ? (
                  t('offer.one-sided')
                ) : blocker.kind === 'agreed' ? (
                  t('offer.agreed', { number: blocker.number })
                ) : (
                  <a className="text-accent underline underline-offset-2" href={`/scenarios/${scenarioId}?item=${blocker.item}`}>
                    {blocker.kind === 'disagree' ? t('offer.disagree', { item: labelOf(blocker.item), delegation: delegationName(blocker.delegation) }) : t(`offer.${blocker.kind}`, { item: labelOf(blocker.item) })}
                  </a>
                )}
              </li>
            ))}
          </ul>
          {blockers.some(({ kind }) => kind === 'missing-text' || kind === 'out-of-date') && <p className="mt-2">{t('offer.new-version')}</p>}
        </section>
      )}
      {failure && (
        <div className="mb-4">
          <FailureNote failure={failure} />
        </div>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{agreement('cancel')}</Button>
        <Button look="primary" disabled={busy || blockers === null || blockers.length > 0} aria-busy={busy} onClick={() => void offer()}>
          {t('offer.button', { number })}
        </Button>
      </div>
    </Dialog>
  );
}
