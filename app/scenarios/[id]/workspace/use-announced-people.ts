'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useToasts } from '@/app/components/Toasts';
import { useFromPeers, useSession, useTrust } from '../session/hooks';

/** Whoever was here at the start is no news; nor is a reload, which takes about a second. */
const settle = 2_000;
/** After a lost connection the others are known again by what they tell of themselves every 15 s. */
const settleAfterReturn = 18_000;

/** Tells screen readers who comes and who goes; on the screen the bar shows it. */
export function useAnnouncedPeople(): void {
  const t = useTranslations('workspace.here');
  const { announce } = useToasts();
  const me = useSession().me.id;
  const people = useFromPeers((peers) => peers.map(({ user }) => user));
  // who is without a connection sees nobody, though nobody has left
  const isAlone = ['offline', 'opening', 'refused'].includes(useTrust().state);
  const returnedAt = useRef<number | null>(null);
  const known = useRef<ReadonlyMap<string, string> | null>(null);
  useEffect(() => {
    if (isAlone) {
      if (known.current) returnedAt.current = Infinity;
      return;
    }
    if (returnedAt.current === Infinity) returnedAt.current = Date.now();
    const patience = returnedAt.current === null ? settle : Math.max(settle, returnedAt.current + settleAfterReturn - Date.now());
    const now = new Map(people.filter(({ id }) => id !== me).map(({ id, name }) => [id, name]));
    const timer = setTimeout(() => {
      const before = known.current;
      known.current = now;
      if (!before) return;
      const joined = [...now].find(([id]) => !before.has(id));
      const left = [...before].find(([id]) => !now.has(id));
      if (joined) announce(t('joined', { name: joined[1] }));
      else if (left) announce(t('left', { name: left[1] }));
    }, patience);
    return () => clearTimeout(timer);
  }, [people, isAlone, me, announce, t]);
}
