'use client';
import { BookOpen, Check, CheckCheck, Clock, Copy, FileDiff, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/app/components/Badge';
import { DelegationBadge } from '@/app/components/DelegationBadge';
import { IconButton } from '@/app/components/IconButton';
import { useToasts } from '@/app/components/Toasts';
import type { Snapshot } from '@/lib/snapshots/snapshot';
import { comparePath } from '../compare/version-side';
import { copyText } from './copy-text';
import { Moment } from './Moment';
import { PersonName } from './PersonName';
import { RestoreButton } from './RestoreButton';
import { useVersionTitle } from './use-version-title';
import { VersionOffer } from './VersionOffer';

export interface VersionCardProps {
  readonly scenarioId: string;
  readonly snapshot: Snapshot;
  /** Id of the delegation for which the reader may sign; null if for none. */
  readonly maySignFor: string | null;
  readonly mayRestore: boolean;
  readonly mayOffer: boolean;
}

/** One version: what it is called, its hash, who made it, and which delegation has signed it. */
export function VersionCard({ scenarioId, snapshot, maySignFor, mayRestore, mayOffer }: VersionCardProps) {
  const t = useTranslations('agreement');
  const compare = useTranslations('compare');
  const { toast } = useToasts();
  const { number, hash, parties } = snapshot;
  const title = useVersionTitle()(snapshot);
  const signing = useTranslations('signing');

  const copyHash = async (): Promise<void> => toast({ text: t((await copyText(hash)) ? 'hash-copied' : 'not-copied') });

  return (
    <article aria-label={title} className="flex flex-col gap-2 rounded-md border bg-paper p-2">
      <header className="flex items-start gap-2">
        <h3 className="min-w-0 flex-1 font-semibold [overflow-wrap:anywhere]">{title}</h3>
        {snapshot.offer && !snapshot.agreed && <Badge tone={snapshot.offer.state === 'open' ? 'accent' : 'plain'}>{signing(`state.${snapshot.offer.state}`)}</Badge>}
        {snapshot.agreed && (
          <Badge tone="accent">
            <CheckCheck size={14} aria-hidden />
            {t('agreed')}
          </Badge>
        )}
      </header>
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
        {snapshot.createdBy ? <PersonName person={snapshot.createdBy} /> : <span>{compare('by-system')}</span>}
        <Moment at={snapshot.createdAt} exact />
      </p>
      <div className="flex items-center gap-1 text-sm text-soft">
        <span>{t('hash')}</span>
        <code title={hash}>{hash.slice(0, 12)}…</code>
        <IconButton size="small" label={t('copy-hash')} onClick={() => void copyHash()}>
          <Copy size={13} aria-hidden />
        </IconButton>
      </div>
      <ul className="flex flex-col gap-1" aria-label={t('signatures')}>
        {parties.map((party) => (
          <li key={party.id} className="flex flex-wrap items-baseline gap-x-2">
            <DelegationBadge code={party.code} />
            <PartyIcon party={party} />
            {party.signed ? (
              <span className="min-w-0 flex-1">
                {t('signed-by', { name: party.signed.by.name })}
                <span className="block text-sm">
                  <Moment at={party.signed.at} exact />
                </span>
              </span>
            ) : (
              <span className="min-w-0 flex-1 text-soft">
                {party.declined ? (
                  <>
                    {signing('declined-by', { name: party.declined.by.name })}
                    <span className="block whitespace-pre-wrap text-ink [overflow-wrap:anywhere]">{signing('reason', { reason: party.declined.reason })}</span>
                  </>
                ) : (
                  t('reading.unsigned')
                )}
              </span>
            )}
          </li>
        ))}
        {parties.length < 2 && <li className="text-soft">{t('one-sided')}</li>}
      </ul>
      <footer className="flex flex-wrap gap-2">
        <a
          href={`/scenarios/${scenarioId}/snapshots/${number}`}
          target="_blank"
          className="inline-flex min-h-6 items-center gap-1.5 rounded border border-edge px-1.5 py-0.5 text-sm font-medium hover:bg-hover"
        >
          <BookOpen size={14} aria-hidden />
          {t('read')}
        </a>
        <a href={comparePath(scenarioId, number, 'now')} className="inline-flex min-h-6 items-center gap-1.5 rounded border border-edge px-1.5 py-0.5 text-sm font-medium hover:bg-hover">
          <FileDiff size={14} aria-hidden />
          {compare('link')}
        </a>
        {mayRestore && <RestoreButton number={number} />}
        <VersionOffer scenarioId={scenarioId} snapshot={snapshot} mayOffer={mayOffer} maySignFor={maySignFor} />
      </footer>
    </article>
  );
}

function PartyIcon({ party: { signed, declined } }: { readonly party: Snapshot['parties'][number] }) {
  const Icon = signed ? Check : declined ? X : Clock;
  return <Icon size={14} aria-hidden className={`shrink-0 translate-y-0.5 self-start ${signed ? 'text-accent' : 'text-soft'}`} />;
}
