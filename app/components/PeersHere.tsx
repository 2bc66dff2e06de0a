'use client';
import { useTranslations } from 'next-intl';
import { DelegationBadge } from './DelegationBadge';
import type { PeerAt } from './use-peers-at';

/** Who else is here, by name and delegation, and who is typing. Says nothing if nobody is. */
export function PeersHere({ peers, id, className = '' }: { readonly peers: readonly PeerAt[]; readonly id?: string; readonly className?: string }) {
  const t = useTranslations('field');
  if (!peers.length) return null;
  return (
    <span id={id} className={`inline-flex flex-wrap gap-x-2 gap-y-0.5 text-xs text-soft print:hidden ${className}`}>
      {peers.map((peer) => (
        <span key={peer.clientId} className="inline-flex items-center gap-1 whitespace-nowrap">
          <span aria-hidden className="inline-block h-3 w-[3px] rounded-full" style={{ backgroundColor: peer.color }} />
          {peer.name}
          <DelegationBadge code={peer.delegation} />
          {peer.typing && <span>{t('typing')}</span>}
        </span>
      ))}
    </span>
  );
}
