'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useToasts } from '@/app/components/Toasts';
import { useFromPeers, useSession } from '../session/hooks';

/** Whoever was here at the start is no news; nor is a reload, which takes about a second. */
const settle = 2_000;

/** Tells screen readers who comes and who goes; on the screen the bar shows it. */
export function useAnnouncedPeople(): void {
  const t = useTranslations('workspace.here');
  const { announce } = useToasts();
  const me = useSession().me.id;
  const people = useFromPeers((peers) => peers.map(({ user }) => user));
  const known = useRef<ReadonlyMap<string, string> | null>(null);
  useEffect(() => {
    const now = new Map(people.filter(({ id }) => id !== me).map(({ id, name }) => [id, name]));
    const timer = setTimeout(() => {
      const before = known.current;
      known.current = now;
      if (!before) return;
      const joined = [...now].find(([id]) => !before.has(id));
      const left = [...before].find(([id]) => !now.has(id));
      if (joined) announce(t('joined', { name: joined[1] }));
      else if (left) announce(t('left', { name: left[1] }));
    }, settle);
    return () => clearTimeout(timer);
  }, [people, me, announce, t]);
}
