'use client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Button } from '@/app/components/Button';
import type { CloseReason } from '@/lib/sync/close-codes';
import { useSession, useTrust } from '../session/hooks';
import { LocalEditsActions } from './LocalEditsActions';

const told = ['malformed', 'signedOut', 'forbidden', 'notFound', 'readOnly', 'foreignClient', 'epochPassed', 'frameTooLarge', 'overBound', 'clientTooOld', 'tooManyFrames'] as const;
const toldReason = (reason: CloseReason): (typeof told)[number] | 'other' => told.find((known) => known === reason) ?? 'other';
/** After these a fresh page starts over; the others it would not help. */
const reloadHelps: readonly CloseReason[] = ['malformed', 'foreignClient', 'epochPassed', 'clientTooOld', 'tooManyFrames', 'frameTooLarge', 'overBound', 'readOnly'];

/** Says why the server takes nothing more, and what can be done with what only this device holds. */
export function RefusedNotice() {
  const t = useTranslations('session.refused');
  const session = useSession();
  const trust = useTrust();
  if (trust.state !== 'refused') return null;
  const { reason, unsent } = trust;
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
        {unsent && <LocalEditsActions read={() => session.doc} discard={discard} />}
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
