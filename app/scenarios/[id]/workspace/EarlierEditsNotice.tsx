'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/app/components/Button';
import { earlierCopies, type EarlierCopy } from '../session/earlier-copies';
import { useSession } from '../session/hooks';
import { LocalEditsActions } from './LocalEditsActions';

/**
 * Offers edits that never reached the server and belong to an earlier epoch of the document (it has come from a backup since):
 * they cannot be merged, but nobody else has them.
 * @param epoch that of the document now
 */
export function EarlierEditsNotice({ epoch }: { readonly epoch: number }) {
  const t = useTranslations('session.earlier');
  const { scenarioId, me } = useSession();
  const [copies, setCopies] = useState<readonly EarlierCopy[]>([]);
  useEffect(() => {
    let left = false;
    earlierCopies(me.id, scenarioId, epoch).then(
      (found) => !left && setCopies(found),
      () => {}, // no database here: then it holds nothing either
    );
    return () => {
      left = true;
    };
  }, [me.id, scenarioId, epoch]);
  const forget = (copy: EarlierCopy): void => setCopies((all) => all.filter((one) => one !== copy));
  return copies.map((copy) => (
    <section key={copy.name} role="status" aria-label={t('title')} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-caution bg-caution-soft px-4 py-2 print:hidden">
      <div className="min-w-60 flex-1">
        <p className="font-semibold">{t('title')}</p>
        <p>{t('hint')}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        <LocalEditsActions read={copy.read} discard={() => copy.discard().then(() => forget(copy))} />
        <Button look="quiet" onClick={() => forget(copy)}>
          {t('later')}
        </Button>
      </div>
    </section>
  ));
}
