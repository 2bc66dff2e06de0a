'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../components/Button';
import { useErrorWords } from '../components/use-error-words';
import { hasUnsentWork, leaveDevice } from '../scenarios/[id]/session/leave-device';
import type { ActionError } from '../action-result';
import { signOutEverywhere } from './actions';

/** Ends one's sessions on every device. Work that only this device holds keeps it from happening: it has to be sent or discarded first. */
export function SignOutEverywhere({ personId }: { readonly personId: string }) {
  const t = useTranslations('account');
  const words = useErrorWords();
  const [state, setState] = useState<'idle' | 'busy' | 'unsent' | ActionError>('idle');

  async function leave(): Promise<void> {
    setState('busy');
    if (await hasUnsentWork(personId).catch(() => false)) return setState('unsent');
    const result = await signOutEverywhere().catch(() => null);
    if (!result?.ok) return setState(result ? result.error : { code: 'unavailable', details: {} });
    await Promise.race([leaveDevice(personId).catch(() => {}), new Promise((resolve) => setTimeout(resolve, 3_000))]);
    window.location.assign('/sign-in');
  }

  const failure = state === 'unsent' ? t('leaving.asking-hint') : typeof state === 'object' ? words(state) : null;
  return (
    <div className="flex max-w-prose flex-col gap-3">
      <p className="text-soft">{t('everywhere-hint')}</p>
      {failure && (
        <p role="alert" className="rounded border border-danger bg-danger-soft px-3 py-2 text-danger">
          {failure}
        </p>
      )}
      <Button className="self-start" disabled={state === 'busy'} onClick={() => void leave()}>
        {t('everywhere')}
      </Button>
    </div>
  );
}
