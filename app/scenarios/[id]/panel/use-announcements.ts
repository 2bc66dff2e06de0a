'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useToasts } from '@/app/components/Toasts';
import { useDelegationName } from '@/app/components/use-delegation-name';
import type { Thread } from '@/lib/comments/thread';
import type { SnapshotList } from '@/lib/snapshots/snapshot';
import { useOpenSession } from '../session/hooks';

/** Tells screen readers of comments, versions and signatures of others as they arrive; everybody, when all have signed. */
export function useAnnouncements(threads: readonly Thread[] | null, versions: SnapshotList | null): void {
  const t = useTranslations('agreement');
  const me = useOpenSession()?.me.id;
  const { announce, toast } = useToasts();
  const delegationName = useDelegationName();

  const heard = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (!threads) return;
    const comments = threads.flatMap((thread) => thread.comments);
    const before = heard.current;
    heard.current = new Set(comments.map(({ id }) => id));
    const arrived = before && comments.filter(({ id, author }) => !before.has(id) && author.id !== me).at(-1);
    if (arrived) announce(t('arrived.comment', { name: arrived.author.name }));
  }, [threads, me, announce, t]);

  const seen = useRef<SnapshotList | null>(null);
  useEffect(() => {
    if (!versions) return;
    const before = seen.current;
    seen.current = versions;
    if (!before) return;
    const { agreement } = versions;
    if (agreement.state === 'agreed' && (before.agreement.state !== 'agreed' || before.agreement.number !== agreement.number)) {
      toast({ text: t('arrived.agreed', { number: agreement.number }) });
      return;
    }
    for (const snapshot of versions.snapshots) {
      const earlier = before.snapshots.find(({ number }) => number === snapshot.number);
      if (!earlier && snapshot.createdBy && snapshot.createdBy.id !== me) announce(t('arrived.version', { number: snapshot.number, name: snapshot.createdBy.name }));
      const signed = snapshot.parties.find((party) => party.signed && !earlier?.parties.find(({ id }) => id === party.id)?.signed);
      if (signed?.signed && signed.signed.by.id !== me)
        announce(t('arrived.signature', { number: snapshot.number, name: signed.signed.by.name, delegation: delegationName(signed.code) }));
    }
  }, [versions, me, announce, toast, t, delegationName]);
}
