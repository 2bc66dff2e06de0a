'use client';
import { Inbox } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { onInboxChange } from './inbox-changed';

/**
 * The way to the inbox, with the number of unread entries, for the top bars. The number is asked for on load and whenever the
 * page comes back into view.
 * @param listen calls back when there is news of the inbox, and returns its end: where a socket is open. A stable function.
 */
export function InboxLink({ listen }: { readonly listen?: ((onNews: () => void) => () => void) | null }) {
  const t = useTranslations('inbox');
  const [unread, setUnread] = useState(0);
  useEffect(() => {
    let left = false;
    let asked = 0;
    const refresh = async (): Promise<void> => {
      asked++;
      const mine = asked;
      try {
        const answer = await fetch('/api/inbox/unread', { cache: 'no-store' });
        const { unread: now } = (await answer.json()) as { unread?: number };
        if (!left && mine === asked && answer.ok && typeof now === 'number') setUnread(now);
      } catch {
        // the number stays as it was; the next occasion asks again
      }
    };
    const onVisible = (): void => {
      if (document.visibilityState === 'visible') void refresh();
    };
    void refresh();
    const ends = [onInboxChange(() => void refresh()), listen?.(() => void refresh())];
    document.addEventListener('visibilitychange', onVisible);
    window.addEventListener('online', onVisible);
    return () => {
      left = true;
      for (const end of ends) end?.();
      document.removeEventListener('visibilitychange', onVisible);
      window.removeEventListener('online', onVisible);
    };
  }, [listen]);
  const label = t('link', { unread });
  return (
    <Link href="/inbox" prefetch={false} aria-label={label} title={label} className="relative inline-flex min-h-8 shrink-0 items-center rounded px-1.5 hover:bg-hover" data-unread={unread}>
      <Inbox size={16} aria-hidden />
      {unread > 0 && (
        <span aria-hidden className="ml-1 rounded-full bg-accent px-1.5 text-xs leading-4 font-semibold text-on-accent tabular-nums">
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  );
}
