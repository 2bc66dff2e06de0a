'use client';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/app/components/Button';
import { textIn, isLanguage } from '@/lib/domain/languages';
import type { CloseReason } from '@/lib/sync/close-codes';
import { useSession, useTrust } from '../session/hooks';
import { downloadLocalScenario, downloadLocalState } from './download-local';

const told = ['malformed', 'signedOut', 'forbidden', 'notFound', 'readOnly', 'foreignClient', 'epochPassed', 'frameTooLarge', 'overBound', 'clientTooOld', 'tooManyFrames'] as const;
const toldReason = (reason: CloseReason): (typeof told)[number] | 'other' => told.find((known) => known === reason) ?? 'other';
/** After these a fresh page starts over; the others it would not help. */
const reloadHelps: readonly CloseReason[] = ['malformed', 'foreignClient', 'epochPassed', 'clientTooOld', 'tooManyFrames', 'frameTooLarge', 'overBound', 'readOnly'];

/** Says why the server takes nothing more, and what can be done with what only this device holds. */
export function RefusedNotice() {
  const t = useTranslations('session.refused');
  const language = useLocale();
  const session = useSession();
  const trust = useTrust();
  const [sure, setSure] = useState(false);
  if (trust.state !== 'refused') return null;
  const { reason, unsent } = trust;
  const fileName = (): string => textIn(session.scenario.get().title, isLanguage(language) ? language : 'en') || 'scenario';
  const discard = async (): Promise<void> => {
    await session.discardUnsent();
    location.reload();
  };
  return (
    <section role="alert" aria-label={t(unsent ? 'title' : 'title-nothing')} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-danger bg-danger-soft px-4 py-2 print:hidden">
      <div className="min-w-60 flex-1">
        <p className="font-semibold">{t(unsent ? 'title' : 'title-nothing')}</p>
        <p>
          {t(`reason.${toldReason(reason)}`)} {unsent && t('unsent')}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {unsent && !sure && (
          <>
            <Button onClick={() => void downloadLocalScenario(session, fileName())}>{t('export')}</Button>
            <Button onClick={() => downloadLocalState(session, fileName())}>{t('export-raw')}</Button>
            <Button look="danger" onClick={() => setSure(true)}>
              {t('discard')}
            </Button>
          </>
        )}
        {unsent && sure && (
          <div role="group" aria-label={t('discard')} className="flex flex-wrap items-center gap-2">
            <span>{t('discard-question')}</span>
            <Button look="danger" autoFocus onClick={() => void discard()}>
              {t('discard-sure')}
            </Button>
            <Cancel onClick={() => setSure(false)} />
          </div>
        )}
        {reason === 'signedOut' && (
          <Link className="font-medium text-accent underline" href={`/sign-in?returnTo=${encodeURIComponent(`/scenarios/${session.scenarioId}`)}`}>
            {t('sign-in')}
          </Link>
        )}
        {(reason === 'forbidden' || reason === 'notFound') && (
          <Link className="font-medium text-accent underline" href="/scenarios">
            {t('list')}
          </Link>
        )}
        {!unsent && reloadHelps.includes(reason) && <Button onClick={() => location.reload()}>{t('reload')}</Button>}
      </div>
    </section>
  );
}

function Cancel({ onClick }: { readonly onClick: () => void }) {
  const t = useTranslations('ui');
  return <Button onClick={onClick}>{t('cancel')}</Button>;
}
