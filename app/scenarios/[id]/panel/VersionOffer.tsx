'use client';
import { PenLine, ScrollText, Send } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/components/Button';
import type { Snapshot } from '@/lib/snapshots/snapshot';
import { OfferDialog } from './OfferDialog';

export interface VersionOfferProps {
  readonly scenarioId: string;
  readonly snapshot: Snapshot;
  readonly mayOffer: boolean;
  /** Id of the delegation for which the reader may sign; null if for none. */
  readonly maySignFor: string | null;
}

/** True if a version is offered and the reader's delegation has not signed it. @param maySignFor id of the delegation for which the reader may sign */
export const asksToSign = ({ offer, parties }: Snapshot, maySignFor: string | null): boolean => offer?.state === 'open' && maySignFor !== null && !parties.find(({ id }) => id === maySignFor)?.signed;

/** What can be done with a version on its way to an agreement: put it up for signature, read the brief and sign, see the record. */
export function VersionOffer({ scenarioId, snapshot, mayOffer, maySignFor }: VersionOfferProps) {
  const t = useTranslations('signing');
  const [offering, setOffering] = useState(false);
  const { offer } = snapshot;
  const path = offer?.number == null ? null : `/scenarios/${scenarioId}/offers/${offer.number}`;
  const asksMe = asksToSign(snapshot, maySignFor);
  const link = 'inline-flex min-h-6 items-center gap-1.5 rounded border px-1.5 py-0.5 text-sm font-medium';
  return (
    <>
      {path && offer?.state === 'open' && (
        <a href={path} className={`${link} ${asksMe ? 'border-accent bg-accent text-on-accent hover:opacity-90' : 'border-edge hover:bg-hover'}`}>
          <PenLine size={14} aria-hidden />
          {t(asksMe ? 'open-to-sign' : 'open-brief')}
        </a>
      )}
      {path && (
        <a href={`${path}/record`} className={`${link} border-edge hover:bg-hover`}>
          <ScrollText size={14} aria-hidden />
          {t('record.link')}
        </a>
      )}
      {mayOffer && !snapshot.agreed && offer?.state !== 'open' && (
        <Button size="small" onClick={() => setOffering(true)}>
          <Send size={14} aria-hidden />
          {t('offer.open')}
        </Button>
      )}
      {offering && <OfferDialog scenarioId={scenarioId} snapshot={snapshot} onClose={() => setOffering(false)} />}
    </>
  );
}
