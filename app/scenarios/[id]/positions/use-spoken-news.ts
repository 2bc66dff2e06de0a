'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useToasts } from '@/app/components/Toasts';
import type { PositionList } from '@/lib/positions/position';
import { useSession } from '../session/hooks';

/** Tells screen readers of what others say for their delegations as it arrives. */
export function useSpokenNews(list: PositionList | null): void {
  const t = useTranslations('positions');
  const me = useSession().me.id;
  const { announce } = useToasts();
  const heard = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (!list) return;
    const before = heard.current;
    heard.current = new Set(list.positions.map(keyOf));
    if (!before) return;
    const arrived = list.positions.filter((position) => position.by.id !== me && !before.has(keyOf(position)));
    const last = arrived.at(-1);
    if (last) announce(t('arrived', { name: last.by.name, count: arrived.length }));
  }, [list, me, announce, t]);
}

const keyOf = ({ delegation, item, at }: PositionList['positions'][number]): string => `${delegation} ${item} ${at}`;
